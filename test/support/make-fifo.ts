import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Makes a named pipe, which whoever opens it for reading waits on until somebody writes. */
export const makeFifo = async (path: string): Promise<void> => {
  await promisify(execFile)("mkfifo", [path]);
};
