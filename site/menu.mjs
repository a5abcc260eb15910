/** The order of the pages, by the question they answer. A page of docs/ that is not named here comes under "More". */
export const MENU = [
  { text: 'Begin', pages: ['index', 'install', 'token', 'meltano', 'targets', 'migrating'] },
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
      'streams/standardized',
    ],
  },
  { text: 'Analyse', pages: ['analytics', 'examples'] },
  {
    text: 'Try and build',
    pages: ['sandbox', 'probe', 'assumptions', 'recording', 'library', 'design', 'CONTRIBUTING', 'RELEASING'],
  },
];

/** The last group, and the pages from beside docs/ that belong there. */
export const REST = { text: 'More', pages: ['CHANGELOG', 'SECURITY', 'licenses'] };
