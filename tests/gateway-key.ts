import { makeKey } from "../foundation/rights/key-file.ts";
import { openGatewayKey } from "../gateway/identity/gateway-key.ts";

/** What the hubs of a test file sign their calls with, and how the subgraphs apart of that file know them. */
export const gatewayKey = await makeKey("EdDSA");
export const { jwks: gatewayJwks, sign: signCall } = await openGatewayKey(gatewayKey);
