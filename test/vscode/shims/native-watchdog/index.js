// Stands in for a native module that ends an orphaned extension host: the runner ends the whole process group.
exports.start = () => undefined;
