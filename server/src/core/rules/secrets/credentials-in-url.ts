import {
  credentialsInUrls,
  type UrlCredentials,
} from "../../config/url-credentials.ts";
import { isNoSecret } from "./no-secret.ts";

/** Name and password of the first address in a text whose password is one: no variable, and no published example. */
export function credentialsIn(text: string): UrlCredentials | undefined {
  for (const found of credentialsInUrls(text))
    if (!isNoSecret(found.password)) return found;
  return undefined;
}
