// Stands in for a native module that only VS Code's Git extension asks for.
module.exports = {};
