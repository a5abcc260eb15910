/** A program from PyPI that the suite runs as users do, in its own virtual environment. */
export interface Tool {
  /** A requirement for pip; its dependencies are pinned in `constraints/<name>.txt`. */
  readonly requirement: string;
  readonly executable: string;
  /** Last minor version of Python 3 that it runs on; by default 13, the last that is tested. */
  readonly lastPython?: number;
  /** Packages that it needs but does not declare. */
  readonly undeclared?: readonly string[];
  /** A file of the project that pins it with all dependencies, used for installing it instead of the constraints. */
  readonly lock?: string;
  /** A line of Python that runs at each start, before the program. */
  readonly startup?: string;
}

/**
 * These programs need different versions of the same libraries and cannot share an environment. The older ones import
 * pkg_resources, which was removed from setuptools in version 81, and is not in new environments from Python 3.12 on.
 */
export const TOOLS = {
  jsonl: {
    requirement: 'target-jsonl==0.1.4',
    executable: 'target-jsonl',
    undeclared: ['setuptools'],
  },
  'meltanolabs-csv': {
    requirement: 'meltanolabs-target-csv==0.5.0',
    executable: 'target-csv',
  },
  'singer-csv': {
    requirement: 'target-csv==0.3.0',
    executable: 'target-csv',
    undeclared: ['setuptools'],
    // The alias was removed in Python 3.10.
    startup: 'import collections, collections.abc; collections.MutableMapping = collections.abc.MutableMapping',
  },
  'meltanolabs-postgres': {
    requirement: 'meltanolabs-target-postgres==0.8.1',
    executable: 'target-postgres',
  },
  'pipelinewise-postgres': {
    requirement: 'pipelinewise-target-postgres==2.1.2',
    executable: 'target-postgres',
    // Its psycopg2-binary 2.9.5 does not load on 3.13: undefined symbol _PyInterpreterState_Get.
    lastPython: 12,
  },
  duckdb: {
    // Later versions lose the first row of streams whose columns are all text, and end with 0.
    requirement: 'target-duckdb==0.7.0',
    executable: 'target-duckdb',
  },
  dbt: {
    // 1.12 downloads a part of itself from elsewhere during installation.
    requirement: 'dbt-core==1.11.16',
    executable: 'dbt',
    // The same DuckDB for everything that opens the same file: 1.x cannot open files of 2.x.
    undeclared: ['dbt-postgres', 'dbt-duckdb', 'duckdb'],
  },
  streamlit: {
    requirement: 'streamlit==1.67.0',
    executable: 'streamlit',
    undeclared: ['duckdb', 'psycopg2-binary'],
  },
  'singer-tools': {
    requirement: 'singer-tools==0.4.1',
    executable: 'singer-check-tap',
    undeclared: ['setuptools'],
  },
  pipx: {
    requirement: 'pipx==1.18.4',
    executable: 'pipx',
  },
  meltano: {
    requirement: 'meltano==4.4.1',
    executable: 'meltano',
  },
  airflow: {
    requirement: 'apache-airflow==3.3.2',
    executable: 'airflow',
    lock: 'examples/airflow/requirements.txt',
  },
  dagster: {
    requirement: 'dagster==1.13.27',
    executable: 'dagster',
    lock: 'examples/dagster/requirements.txt',
  },
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof TOOLS;

export const TOOL_NAMES = Object.keys(TOOLS) as ToolName[];

export const toolOf = (name: ToolName): Tool => TOOLS[name];
