/** Line drawings on a grid of sixteen, in the colour of the text beside them. */
const DRAWINGS = {
  mark: ['M3 8a5 5 0 1 0 1.6-3.7', 'M3 2.6v2.6h2.6', 'M8 5.4V8l1.8 1.2'],
  settings: [
    'M2 5h7M13 5h1M2 11h1M7 11h7',
    'M12.8 5a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0',
    'M6.8 11a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0',
  ],
  picture: ['M2.5 3.5h11v9h-11z', 'M2.5 10.5l3-3 3 3 2-2 3 3', 'M10.6 6.2h.1'],
  file: ['M4 2.5h5l3 3v8H4z', 'M9 2.5v3h3'],
  folder: ['M2 4h4.2l1.5 1.8H14v7.2H2z'],
  sample: ['M3 3.5h8v9H4.5A1.5 1.5 0 0 1 3 11z', 'M11 6.5h2v4.6a1.4 1.4 0 0 1-1.4 1.4', 'M5.2 6h3.6M5.2 8.5h3.6'],
  drop: ['M8 2.5v7M5.2 6.9 8 9.7l2.8-2.8', 'M2.5 10.5v3h11v-3'],
  done: ['M3.5 8.5l3 3 6-7'],
  warning: ['M8 2.5l6 11H2z', 'M8 6.8v3M8 11.6v.1'],
  absent: ['M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0', 'M10.5 10.5 14 14', 'M5.2 7h3.6'],
  lock: ['M4 7.5h8v6H4z', 'M5.5 7.5V5.4a2.5 2.5 0 0 1 5 0v2.1'],
  article: ['M2.5 3.5h11v9h-11z', 'M5 6.2h6M5 8.4h6M5 10.6h3.5'],
  away: ['M9 3h4v4M13 3 7.5 8.5', 'M11 9.5V13H3V5h3.5'],
  read: ['M2.5 8h10M9 4.5 12.5 8 9 11.5'],
  remove: ['M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9'],
  search: ['M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0', 'M10.5 10.5 14 14'],
  close: ['M4 4l8 8M12 4l-8 8'],
  previous: ['M10 3.5 5.5 8l4.5 4.5'],
  next: ['M6 3.5 10.5 8 6 12.5'],
  copy: ['M5.5 5.5h8v8h-8z', 'M10.5 5.5v-3h-8v8h3'],
} as const;

export type IconName = keyof typeof DRAWINGS;

/** An icon beside a text that says the same; where it stands alone its link or button is labelled. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {DRAWINGS[name].map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}
