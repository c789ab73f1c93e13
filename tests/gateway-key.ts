import { openGatewayKey } from "../gateway/gateway-key.ts";
import { makeKey } from "../subgraphs/key-file.ts";

/** What the hubs of a test file sign their calls with, and how the subgraphs apart of that file know them. */
export const gatewayKey = await makeKey("EdDSA");
export const { jwks: gatewayJwks, sign: signCall } = await openGatewayKey(gatewayKey);
