/** A task of a run; a mapped task has one for each instance. */
export interface TaskState {
  readonly task_id: string;
  readonly map_index: number;
  readonly state: string | null;
  readonly try_number: number;
}

/** Airflow's REST API, without authentication: the suite's is only reachable on the loopback address. */
export class AirflowApi {
  readonly #url: string;
  #token: string | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async isHealthy(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.#url}/api/v2/monitor/health`);
      const { scheduler } = (await answer.json()) as { scheduler: { status: string } };
      return scheduler.status === 'healthy';
    } catch {
      return false;
    }
  }

  async knows(dag: string): Promise<boolean> {
    return (await this.#ask(`dags/${dag}`, { method: 'GET' })).ok;
  }

  async get<T>(path: string): Promise<T> {
    return await this.#json<T>(path, { method: 'GET' });
  }

  async post(path: string, body: object): Promise<void> {
    await this.#json(path, { method: 'POST', body: JSON.stringify(body) });
  }

  async patch(path: string, body: object): Promise<void> {
    await this.#json(path, { method: 'PATCH', body: JSON.stringify(body) });
  }

  /** By the task's id, with the index for a mapped one. */
  async tasks(run: string): Promise<Map<string, TaskState>> {
    const { task_instances } = await this.get<{ task_instances: TaskState[] }>(`${run}/taskInstances?limit=200`);
    return new Map(
      task_instances.map((task) => [`${task.task_id}${task.map_index < 0 ? '' : ` ${task.map_index}`}`, task]),
    );
  }

  async #json<T>(path: string, request: RequestInit): Promise<T> {
    const answer = await this.#ask(path, request);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${request.method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  }

  async #ask(path: string, request: RequestInit): Promise<Response> {
    this.#token ??= await this.#readToken();
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    return await fetch(`${this.#url}/api/v2/${path}`, { ...request, headers });
  }

  async #readToken(): Promise<string> {
    const answer = await fetch(`${this.#url}/auth/token`);
    return ((await answer.json()) as { access_token: string }).access_token;
  }
}
