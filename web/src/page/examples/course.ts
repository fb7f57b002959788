/** The sections of the list between the first steps and the whole programs, docs/examples/course: name, title, aim. */

export const courseSections = [
  {
    title: 'Tasks and time',
    entries: [
      ['turns', 'Taking turns', 'A task runs until it waits'],
      ['task_results', 'What a task holds', 'Value, error or cancelled'],
      ['first_come', 'First come', 'Results as they are ready'],
      ['background', 'In the background', 'Tasks that nobody awaits'],
      ['timers', 'Timers', 'Callbacks of the loop'],
      ['context', 'Context variables', 'Each task has its own copy'],
    ],
  },
  {
    title: 'Cancellation and timeouts',
    entries: [
      ['cancel_cleanup', 'Cancel and clean up', 'Catch it, and throw it on'],
      ['timeout_raised', 'TimeoutError', 'No answer in time'],
      ['timeout_block', 'One limit for several steps', 'A timeout round a block'],
      ['timeout_moved', 'A limit that moves', 'More time at each beat'],
      ['shield', 'Shield', 'Not to be cut short'],
      ['race', 'Race', 'One wins, others are called off'],
    ],
  },
  {
    title: 'Structured concurrency',
    entries: [
      ['group', 'Task group', 'A block waits for its tasks'],
      ['group_fails', 'A group that fails', 'One error stops the others'],
      ['group_grows', 'A group that grows', 'Tasks that add tasks'],
      ['partial_results', 'Partial results', 'Errors among the values'],
    ],
  },
  {
    title: 'Synchronisation',
    entries: [
      ['event', 'Event', 'Let all go who wait'],
      ['semaphore', 'Semaphore', 'So many at a time'],
      ['condition', 'Condition', 'Wait until it is so'],
      ['barrier', 'Barrier', 'Nobody goes on alone'],
      ['future', 'Future', 'From a callback to an await'],
    ],
  },
  {
    title: 'Queues and pipelines',
    entries: [
      ['producer', 'Producer, consumer', 'A queue with room for two'],
      ['worker_pool', 'Worker pool', 'Three workers, seven jobs'],
      ['priorities', 'Priority queue', 'The smallest comes first'],
      ['stages', 'Two stages', 'The end is passed on'],
    ],
  },
  {
    title: 'Async iteration',
    entries: [
      ['generators', 'Generators in a row', 'One value at a time'],
      ['generator_close', 'Closing a generator', 'Not read to its end'],
      ['context_manager', 'Async with', 'Await at begin and end'],
    ],
  },
  {
    title: 'Streams in memory',
    entries: [
      ['stream_lines', 'Lines', 'In whatever pieces they come'],
      ['stream_frames', 'Frames', 'The length in front'],
      ['stream_silence', 'Silence', 'A limit for each line'],
    ],
  },
  {
    title: 'Pitfalls',
    entries: [
      ['pitfall_never_awaited', 'Never awaited', 'A coroutine that does nothing'],
      ['pitfall_busy', 'Holding up the loop', 'Blocking: nobody else has a turn'],
      ['pitfall_swallowed', 'Swallowed cancellation', 'A task that does not stop'],
      ['pitfall_sequential', 'One after the other', 'Sequential, not concurrent'],
      ['pitfall_reference', 'Dangling reference', 'A parameter that changes or dies'],
      ['pitfall_deadlock', 'Each waits for the other', 'Deadlock by two locks'],
      ['pitfall_check_then_act', 'Check, then act', 'A race across an await'],
      ['pitfall_lost_wakeup', 'Lost wake-up', 'A signal that nobody heard'],
    ],
  },
] as const;
