import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type {
  ClientCapabilities,
  CodeAction,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { LspClient, textEditsOf } from "../support/lsp-client.ts";

const everything = {
  start: { line: 0, character: 0 },
  end: { line: 10_000, character: 0 },
};

const canCreate: ClientCapabilities = {
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create"],
      changeAnnotationSupport: {},
    },
  },
};
const cannotCreate: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
};

const secret = "k3w9 'vz7q' p2m4";
const text = `{ gateway: { mode: "local", auth: { mode: "password", password: ${JSON.stringify(secret)} } } }\n`;

const isMove = ({ title }: CodeAction): boolean =>
  title.startsWith("Move it to .env");

/** The kinds of changes an edit makes, in order. */
const changesOf = (edit: WorkspaceEdit | undefined): readonly string[] =>
  (edit?.documentChanges ?? []).map((change) =>
    "textDocument" in change
      ? `edit ${change.textDocument.uri}`
      : `${change.kind} ${"uri" in change ? change.uri : change.newUri}`,
  );

function applied(
  before: string,
  action: CodeAction | undefined,
  uri: string,
): string {
  const document = TextDocument.create(uri, "plaintext", 1, before);
  return TextDocument.applyEdits(document, [...textEditsOf(action?.edit, uri)]);
}

describe("moving a secret to .env over stdio", () => {
  let folder: string;
  let client: LspClient;
  const start = async (
    capabilities: ClientCapabilities = canCreate,
    more: object = {},
  ): Promise<void> => {
    client = await LspClient.start({ capabilities, ...more });
  };
  const uriOf = (name: string): string =>
    pathToFileURL(join(folder, name)).href;
  const offered = async (uri: string): Promise<readonly CodeAction[]> => {
    await client.open(uri, text);
    return ((await client.codeActions(uri, everything)) ?? []).filter(isMove);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "clawdbot-move-"));
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    await rm(folder, { recursive: true });
  });

  it("creates the file, adds the line, and refers to it", async () => {
    await start();
    const [action, ...more] = await offered(uriOf("clawdbot.json"));
    assert.ok(action);
    assert.deepEqual(more, []);
    assert.equal(action.title, "Move it to .env as CLAWDBOT_GATEWAY_PASSWORD");
    assert.deepEqual(changesOf(action.edit), [
      `create ${uriOf(".env")}`,
      `edit ${uriOf(".env")}`,
      `edit ${uriOf("clawdbot.json")}`,
    ]);
    assert.equal(action.edit?.changeAnnotations, undefined, "it asks nothing");
    assert.equal(
      applied("", action, uriOf(".env")),
      `CLAWDBOT_GATEWAY_PASSWORD="k3w9 'vz7q' p2m4"\n`,
    );
    assert.equal(
      applied(text, action, uriOf("clawdbot.json")),
      text.replace(JSON.stringify(secret), '"${CLAWDBOT_GATEWAY_PASSWORD}"'),
    );
  });

  it("appends to what is there, under a free name, and looks anew each time", async () => {
    await start();
    const before = "# mine\nCLAWDBOT_GATEWAY_PASSWORD=another\nLAST=é𝒳";
    await writeFile(join(folder, ".env"), before);
    const [action] = await offered(uriOf("clawdbot.json"));
    assert.equal(
      action?.title,
      "Move it to .env as CLAWDBOT_GATEWAY_PASSWORD_2",
    );
    assert.deepEqual(changesOf(action.edit), [
      `edit ${uriOf(".env")}`,
      `edit ${uriOf("clawdbot.json")}`,
    ]);
    assert.equal(
      applied(before, action, uriOf(".env")),
      `${before}\nCLAWDBOT_GATEWAY_PASSWORD_2="k3w9 'vz7q' p2m4"\n`,
    );
    await writeFile(join(folder, ".env"), "OTHER=1\n");
    const [again] =
      (await client.codeActions(uriOf("clawdbot.json"), everything))?.filter(
        isMove,
      ) ?? [];
    assert.equal(
      applied("OTHER=1\n", again, uriOf(".env")),
      `OTHER=1\nCLAWDBOT_GATEWAY_PASSWORD="k3w9 'vz7q' p2m4"\n`,
    );
  });

  it("offers nothing to a client that could not create the file", async () => {
    await start(cannotCreate);
    assert.deepEqual(await offered(uriOf("clawdbot.json")), []);
    await writeFile(join(folder, ".env"), "");
    await client.close(uriOf("clawdbot.json"));
    assert.equal((await offered(uriOf("clawdbot.json"))).length, 1);
  });

  it("offers nothing for a text that lies in no folder, or in a file whose end swallows lines", async () => {
    await start();
    assert.deepEqual(await offered("untitled:Untitled-1"), []);
    await writeFile(join(folder, ".env"), "A='never closed\n");
    assert.deepEqual(await offered(uriOf("clawdbot.json")), []);
  });

  it("reads no .env outside a workspace that nobody vouched for", async () => {
    const inside = pathToFileURL(join(folder, "inside")).href;
    await start(canCreate, {
      folder: inside,
      initializationOptions: { isTrusted: false },
    });
    await writeFile(join(folder, ".env"), "A=1\n");
    assert.deepEqual(await offered(uriOf("clawdbot.json")), []);
    assert.equal((await offered(`${inside}/clawdbot.json`)).length, 1);
  });

  it("is no part of what is fixed all at once", async () => {
    await start();
    const uri = uriOf("clawdbot.json");
    await client.open(uri, text);
    assert.deepEqual(
      await client.codeActions(uri, everything, { only: ["source.fixAll"] }),
      [],
    );
  });

  it("says the value nowhere but in the edit", async () => {
    await start();
    const uri = uriOf("clawdbot.json");
    const diagnostics = await client.open(uri, text);
    const actions = await client.codeActions(uri, everything);
    const said = JSON.stringify([
      diagnostics,
      actions?.map((action) => ({ ...action, edit: undefined })),
      client.logged,
    ]);
    for (const piece of secret.split(" "))
      assert.ok(!said.includes(piece), "a piece of the secret is repeated");
  });
});
