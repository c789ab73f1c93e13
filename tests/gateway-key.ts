import { openGatewayKey } from "../gateway/identity/gateway-key.ts";
import { makeKey } from "../subgraphs/rights/key-file.ts";

/** What the hubs of a test file sign their calls with, and how the subgraphs apart of that file know them. */
export const gatewayKey = await makeKey("EdDSA");
export const { jwks: gatewayJwks, sign: signCall } = await openGatewayKey(gatewayKey);
