/** What is asked about. */
export interface Subject {
  /** URN of the page. */
  readonly organization: string;
  /** 00:00 UTC of the day, epoch milliseconds. */
  readonly today: number;
}
