// Stands in for a native module that reads the machine's identity: tests have none.
export const getDeviceId = () =>
  Promise.resolve("00000000-0000-4000-8000-000000000000");
