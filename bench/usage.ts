// Loaded into a measured process with --import: on exit, writes what the process cost to file descriptor 3.
import { readFileSync, writeSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakRssMb: readPeak() / 1024 }));
});

/** In KiB. On Linux, maxRSS starts at the parent's value at the fork; VmHWM is this program's own. */
function readPeak(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]);
}
