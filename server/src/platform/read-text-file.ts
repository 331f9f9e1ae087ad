import { constants } from "node:fs";
import { open, stat, type FileHandle } from "node:fs/promises";
import { largestFile, type FileText } from "./host.ts";

const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

/** What is read at a time, in bytes. */
const chunk = 64 * 1024;

/** The bytes of an open file; undefined for more than a config could have, whatever size the file claims. */
async function bytesOf(handle: FileHandle): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(
      Buffer.allocUnsafe(chunk),
      0,
      chunk,
    );
    if (bytesRead === 0) return Buffer.concat(chunks);
    length += bytesRead;
    if (length > largestFile) return undefined;
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

/**
 * Reads a regular text file of at most `largestFile` bytes. Devices, pipes and folders are not opened; what takes a file's
 * place in between is opened without waiting, and not read. Never rejects.
 */
export async function readTextFile(file: string): Promise<FileText> {
  let handle: FileHandle | undefined;
  try {
    const status = await stat(file);
    if (status.isDirectory()) return { error: "directory" };
    if (!status.isFile()) return { error: "unreadable" };
    if (status.size > largestFile) return { error: "too-large" };
    // Windows has no such flag, and counts it as 0.
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await handle.stat()).isFile()) return { error: "unreadable" };
    const bytes = await bytesOf(handle);
    // The program decodes the same way: what is no UTF-8 becomes U+FFFD, which JSON5 allows in strings.
    return bytes === undefined
      ? { error: "too-large" }
      : { text: bytes.toString("utf8") };
  } catch (error) {
    const code = errorCode(error);
    return {
      error: code === "ENOENT" || code === "ENOTDIR" ? "missing" : "unreadable",
    };
  } finally {
    await handle?.close();
  }
}
