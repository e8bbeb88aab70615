/** Jobs, one after another -> all of them done, some under way at the same time: while one waits for the disk, the next is worked on. */

/** In: the jobs, of which each is taken when its turn has come, and how many may be under way. */
export async function eachAtOnce<Job>(
  jobs: Iterable<Job>,
  most: number,
  run: (job: Job) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  for (const job of jobs) {
    const done = run(job).finally(() => underWay.delete(done));
    underWay.add(done);
    if (underWay.size >= most) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}
