import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./lsp/serve.ts";
import { nodeHost } from "./platform/node-host.ts";

serve(createConnection(ProposedFeatures.all), nodeHost);
