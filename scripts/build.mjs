// Writes dist/chrome and dist/firefox, unpacked and loadable; with --watch again at every change.
import { spawn } from 'node:child_process';

const watch = process.argv.includes('--watch') ? ['--watch'] : [];
const runs = ['chrome', 'firefox'].map(
  (browser) =>
    new Promise((resolve) => {
      const env = { ...process.env, TERUGBLIK_BROWSER: browser };
      spawn('npx', ['vite', 'build', '--logLevel', 'warn', ...watch], { stdio: 'inherit', env }).on('exit', resolve);
    }),
);
const codes = await Promise.all(runs);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
if (process.exitCode === 0) console.log('Built dist/chrome and dist/firefox.');
