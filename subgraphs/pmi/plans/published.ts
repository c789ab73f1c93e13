/** Whether a review is public: from the day of its publication on; without one it is not. */
export function isPublished(publishedOn: string | null, today: string): boolean {
  return publishedOn !== null && publishedOn <= today;
}

/** SQL: the same. */
export function isPublishedBy(publishedOn: string, today: string): string {
  return `${publishedOn} <= ${today}`;
}
