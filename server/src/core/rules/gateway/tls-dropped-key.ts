import type { Fix } from "../../config/fix.ts";
import { nearest } from "../../text/nearest.ts";
import { defineRule } from "../rule.ts";

/** The keys of `gateway.tls` (config/zod-schema.js); the object is the one of the gateway that drops others. */
const keys = ["enabled", "autoGenerate", "certPath", "keyPath", "caPath"];

/** What other programs call the same, plain letters only. */
const otherNames: Readonly<Record<string, string>> = {
  cert: "certPath",
  certfile: "certPath",
  certificate: "certPath",
  certificatepath: "certPath",
  certificatefile: "certPath",
  tlscert: "certPath",
  key: "keyPath",
  keyfile: "keyPath",
  privatekey: "keyPath",
  privatekeypath: "keyPath",
  tlskey: "keyPath",
  ca: "caPath",
  cafile: "caPath",
  cacert: "caPath",
  on: "enabled",
  active: "enabled",
  generate: "autoGenerate",
  auto: "autoGenerate",
  selfsigned: "autoGenerate",
};

const meantBy = (key: string): string | undefined =>
  otherNames[key.replace(/[^a-z]/gi, "").toLowerCase()] ??
  nearest(key, keys)?.word;

export const gatewayTlsDroppedKey = defineRule({
  code: "gateway.tls_dropped_key",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["gateway.tls.**"],
  fixable: "always",
  docs: {
    summary: "A key of gateway.tls that Clawdbot drops",
    why: "Almost everywhere an unknown key makes Clawdbot refuse the file. In `gateway.tls` it is left out without a word: with `cert` instead of `certPath` the gateway makes a certificate of its own, and with `enable` instead of `enabled` there is no TLS at all.",
    remedy:
      "Use the keys of this release: `enabled`, `autoGenerate`, `certPath`, `keyPath`, `caPath`.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tls: { enabled: true, cert: "~/tls/cert.pem", keyPath: "~/tls/key.pem" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tls: { enabled: true, certPath: "~/tls/cert.pem", keyPath: "~/tls/key.pem" } } }`,
    since: "next",
    calm: "The release knows five keys there; any other does nothing.",
    upstream: {
      relation: "ours",
      reason: "The audit sees what is left after the key was dropped.",
    },
  },
  *check(config) {
    const entries = config.entries(["gateway", "tls"]);
    const taken = new Set<string | number>(entries.map(({ key }) => key));
    const dropped = entries.flatMap(({ key, lookup }) => {
      if (typeof key !== "string" || keys.includes(key)) return [];
      const meant = meantBy(key);
      const isFree = meant !== undefined && !taken.has(meant);
      if (isFree) taken.add(meant);
      return [{ key, lookup, meant, isFree }];
    });
    const renames = dropped.flatMap(({ key, lookup, meant, isFree }) =>
      isFree && meant !== undefined ? [{ key, path: lookup.path, meant }] : [],
    );
    const said = renames.map(({ key, meant }) => `${key} to ${meant}`);
    // All at once: a certificate without its key would keep the gateway from starting.
    const rename: Fix = {
      title: `Rename ${said.join(", ")}`,
      safety: "review",
      preferred: true,
      asks: "From then on it counts: a wrong path keeps the gateway from starting.",
      changes: renames.map(({ path, meant }) => ({
        op: "rename",
        path,
        key: meant,
      })),
    };
    for (const { key, lookup, meant, isFree } of dropped) {
      const remove: Fix = {
        title: "Remove it",
        safety: "review",
        preferred: !isFree,
        changes: [{ op: "remove", path: lookup.path }],
      };
      yield {
        at: lookup,
        message: `Clawdbot drops gateway.tls.${key} without a word${meant === undefined ? "" : `; ${meant} is the key it knows`}`,
        fixes: isFree ? [rename, remove] : [remove],
      };
    }
  },
});
