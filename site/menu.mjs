/**
 * The order of the pages, grouped by the question they answer. A page of docs/ that is not listed here appears under
 * "More".
 */
export const MENU = [
  { text: 'Get started', pages: ['index', 'install', 'token', 'meltano', 'targets', 'migrating'] },
  {
    text: 'Choose and run',
    pages: [
      'running',
      'selecting',
      'settings',
      'state',
      'limits',
      'errors',
      'terminal',
      'report',
      'sample-report',
      'scale',
      'airflow',
      'dagster',
    ],
  },
  {
    text: 'Streams',
    pages: [
      'streams',
      'streams/organizations',
      'streams/followers',
      'streams/shares',
      'streams/pages',
      'streams/posts',
      'streams/notifications',
      'streams/standardized',
    ],
  },
  { text: 'Analyze', pages: ['analytics', 'examples'] },
  {
    text: 'Try and build',
    pages: ['sandbox', 'probe', 'assumptions', 'recording', 'library', 'design', 'CONTRIBUTING', 'RELEASING'],
  },
];

/** The last group, with the pages outside docs/ that belong there. */
export const REST = { text: 'More', pages: ['CHANGELOG', 'SECURITY', 'licenses'] };
