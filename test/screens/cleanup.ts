import { cleanup } from '@testing-library/preact';
import { options } from 'preact';

// Preact runs effects, and what they leave, after the next frame: by then the page of a test file may be gone. Here at once.
options.requestAnimationFrame = queueMicrotask;

export { cleanup };
