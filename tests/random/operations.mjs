// @ts-check
/** How often each operation is made, and how. A maker gives nothing where it has no place. */
import { mayAwait, mayWaitFor } from './limits.mjs';

/** @typedef {import('./generate.mjs').Maker} Maker */
/** @typedef {import('./generate.mjs').Place} Place */
/** @typedef {import('./generate.mjs').Block} Block */
/** @typedef {import('./generate.mjs').Op} Op */
/** @typedef {(maker: Maker, place: Place) => Block | null} Operation */

const deepest = 4;

/** One that callbacks do, too. @param {(maker: Maker, place: Place) => Op} make @returns {Operation} */
const action = (make) => (maker, place) => [make(maker, place)];

/** The same of a task, whose errors are caught as often as not. @param {(maker: Maker, place: Place) => Op} make @returns {Operation} */
const risky = (make) => (maker, place) => {
  const op = make(maker, place);
  if (place.kind === 'callback' || maker.chance(0.4)) return [op];
  return [['try', [op], [['Exception', [], 0]], []]];
};

/** One that only tasks do. @param {Operation} make @returns {Operation} */
const inTask = (make) => (maker, place) => (place.kind === 'callback' ? null : make(maker, place));

/** @param {(maker: Maker, place: Place) => Op} make @returns {Operation} */
const activity = (make) => inTask((maker, place) => [make(maker, place)]);

/** One with a block in it. @param {(maker: Maker, place: Place, inner: Block) => Block} make @returns {Operation} */
const compound = (make) =>
  inTask((maker, place) => (place.depth < deepest ? make(maker, place, maker.block(place, 3)) : null));

/** One with actions in it. @param {(maker: Maker, place: Place) => Op} make @returns {Operation} */
const scheduling = (make) => (maker, place) => (place.kind === 'callback' ? null : [make(maker, place)]);

/** Bodies that this place may run. @param {Maker} maker @param {number} rank */
const bodies = ({ bodyCount }, rank) =>
  Array.from({ length: bodyCount }, (_, index) => index).filter((index) => index > rank);

/** Slots that this place may wait for. @param {Maker} maker @param {Place} place @param {string} kinds */
const awaitable = (maker, place, kinds) =>
  maker.slots(kinds).filter((name) => mayAwait(place.rank, maker.ranks.get(name) ?? 0));

/** @param {(maker: Maker, place: Place, slots: string[]) => Op | null} make @param {string} kinds @returns {Operation} */
const onAwaitable = (kinds, make) => (maker, place) => {
  const slots = awaitable(maker, place, kinds);
  const op = slots.length > 0 ? make(maker, place, slots) : null;
  return op && [op];
};

/** Its block may raise what a handler takes. @param {Maker} maker @param {Place} place @param {Block} inner @returns {Op} */
const tryOp = (maker, place, inner) => [
  'try',
  inner,
  maker.handlers(place),
  maker.chance(0.6) ? [] : maker.block({ ...place, depth: place.depth + 1 }, 2),
];

const kinds = ['ValueError', 'RuntimeError', 'LookupError', 'TimeoutError'];

/** @param {Maker} maker @returns {Op} */
const raising = (maker) => {
  const rare = maker.chance(0.1) ? maker.pick(['CancelledError', 'KeyboardInterrupt', 'SystemExit']) : null;
  return ['raise', rare ?? maker.pick(kinds), maker.newMessage()];
};

/** @param {Maker} maker */
const locks = (maker) => [...maker.locks, ...maker.semaphores, ...maker.conditions];

/** @param {Maker} maker */
const message = (maker) => (maker.chance(0.5) ? null : maker.newMessage());

/** @param {Maker} maker */
const eager = (maker) => maker.pick([null, 0, 0, 1]);

/** A slot for what may run these bodies. @param {Maker} maker @param {Place} place @param {string} kinds */
const target = (maker, place, kinds) => {
  const slots = awaitable(maker, place, kinds);
  return slots.length > 0 ? maker.pick(slots) : null;
};

/** @type {Operation} */
const spawn = (maker, place) => {
  const slot = target(maker, place, 't');
  return slot === null ? null : [['spawn', slot, maker.ranks.get(slot) ?? 0, eager(maker)]];
};

/** Tasks that begin together have to share. @type {Operation} */
const crowd = (maker, place) => {
  const slots = awaitable(maker, place, 't');
  return slots.length > 1 ? slots.map((slot) => ['spawn', slot, maker.ranks.get(slot) ?? 0, null]) : null;
};

/** @type {Operation} */
const groupSpawn = (maker, place) => {
  const slot = target(maker, place, 't');
  return slot === null
    ? null
    : [['group_spawn', maker.pick(['p0', 'p1']), slot, maker.ranks.get(slot) ?? 0, eager(maker)]];
};

/** A group with a task or two in it. @type {Operation} */
const group = compound((maker, place, inner) => {
  const name = maker.pick(['p0', 'p1']);
  /** @type {Block} */
  const first = [];
  for (let i = maker.between(0, 2); i > 0; --i) {
    const slot = target(maker, place, 't');
    if (slot) first.push(['group_spawn', name, slot, maker.ranks.get(slot) ?? 0, eager(maker)]);
  }
  return [['group', name, [...first, ...inner]]];
});

/** @type {Operation} */
const gather = (maker, place) => {
  const slot = target(maker, place, 'g');
  if (!slot) return null;
  const rank = (maker.ranks.get(slot) ?? 0) - 1;
  const slots = awaitable(maker, { ...place, rank }, 'tfs');
  const nested = awaitable(maker, { ...place, rank }, 'g').filter((name) => name > slot);
  const choices = maker.weigh([
    [3, bodies(maker, rank)],
    [4, slots],
    [2, [...bodies(maker, rank), ...slots]],
    [2, [...slots, ...nested]],
  ]);
  return [['gather', slot, Number(maker.chance(0.4)), maker.some(choices, 3)]];
};

/** @type {Operation} */
const shield = (maker, place) => {
  const slot = target(maker, place, 'sg');
  if (!slot) return null;
  const rank = (maker.ranks.get(slot) ?? 0) - 1;
  const inner = slot.startsWith('g')
    ? awaitable(maker, { ...place, rank }, 'g').filter((name) => name > slot)
    : [...awaitable(maker, { ...place, rank }, 'tf'), ...bodies(maker, rank)];
  return inner.length > 0 ? [['shield', slot, maker.pick(inner)]] : null;
};

/** @type {Operation} */
const call = inTask((maker, place) => {
  const callable = bodies(maker, place.rank);
  return callable.length > 0 ? [['call', maker.pick(callable)]] : null;
});

/** @type {Operation} */
const waitForBody = inTask((maker, place) => {
  const callable = bodies(maker, place.rank);
  return callable.length > 0 ? [['wait_for', maker.timeout(), maker.pick(callable)]] : null;
});

const waitForSlot = inTask(
  onAwaitable('tfsg', (maker, _, slots) => {
    const slot = maker.pick(slots);
    const timeout = maker.timeout();
    return mayWaitFor(timeout, slot.startsWith('g')) ? ['wait_for', timeout, slot] : null;
  }),
);

const wait = inTask(
  onAwaitable('tfsg', (maker, _, slots) => [
    'wait',
    maker.pick(['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED']),
    maker.timeout(),
    maker.some(slots, 4),
  ]),
);

/** @type {Operation} */
const asCompleted = inTask((maker, place) => {
  /** @type {readonly (string | number)[]} */
  const choices = maker.pick([bodies(maker, place.rank), awaitable(maker, place, 'tfs')]);
  const name = maker.pick(['as_completed', 'as_completed_async']);
  return [[name, maker.timeout(), maker.some(choices, 3), maker.pick([-1, -1, 1, 2])]];
});

/** @param {Maker} maker @param {string} lock @param {Block} inner @returns {Block} */
const holding = (maker, lock, inner) =>
  maker.weigh([
    [2, [[maker.pick(['with', 'with', 'scoped']), lock, inner]]],
    [1, [['acquire', lock], ...inner, ['release', lock]]],
  ]);

/** @type {Operation} */
const section = compound((maker, _, inner) => holding(maker, maker.pick(locks(maker)), inner));

/** Held while others come. @type {Operation} */
const longSection = inTask((maker) => {
  const lock = maker.pick(locks(maker));
  return holding(maker, lock, [['sleep', maker.milliseconds()]]);
});

/** @type {Operation} */
const waitCondition = inTask((maker) => {
  const condition = maker.pick(maker.conditions);
  const waiting = maker.chance(0.5) ? ['wait_condition', condition] : ['wait_until', condition, maker.between(1, 4)];
  return [maker.chance(0.85) ? ['with', condition, [waiting]] : waiting];
});

/** @type {Operation} */
const notify = inTask((maker) => {
  const condition = maker.pick(maker.conditions);
  const notifying = maker.chance(0.6) ? ['notify', condition, maker.between(1, 2)] : ['notify_all', condition];
  return [maker.chance(0.85) ? ['with', condition, [['add', 1], notifying]] : notifying];
});

/** Tasks that come back every iteration show how many there were. @type {Operation} */
const ticking = inTask((maker) => [['loop', maker.between(2, 5), [['sleep', 0]]]]);

/** @type {Operation} */
const generating = inTask((maker, place) => {
  if (place.kind === 'generator') return null;
  const name = maker.pick(['a0', 'a1']);
  const asking = maker.weigh([
    [4, ['anext', name]],
    [2, ['asend', name, maker.between(1, 9)]],
    [1, ['athrow', name, maker.pick(kinds), maker.newMessage()]],
    [1, ['aclose', name]],
  ]);
  return [['generator', name, maker.between(0, maker.generatorCount - 1)], asking];
});

/** @type {Operation} */
const iterating = compound((maker, place, inner) =>
  place.kind === 'generator'
    ? []
    : [['for', maker.between(0, maker.generatorCount - 1), maker.pick([-1, 1, 2]), inner]],
);

/** @type {readonly (readonly [number, Operation])[]} */
export const operations = [
  [10, activity((maker) => ['sleep', maker.milliseconds()])],
  [3, ticking],
  [8, spawn],
  [4, crowd],
  [5, inTask(onAwaitable('tfsg', (maker, _, slots) => ['await', maker.pick(slots)]))],
  [3, call],
  [5, action((maker) => ['cancel', maker.pick(maker.slots('tfsg')), message(maker)])],
  [1, activity((maker) => ['cancel_self', message(maker)])],
  [1, activity(() => ['uncancel'])],
  [1, action((maker) => ['uncancel_other', maker.pick(maker.slots('t'))])],
  [2, action((maker) => ['state', maker.pick(maker.slots('tfsg'))])],
  [1, risky((maker) => ['result', maker.pick(maker.slots('tfsg'))])],
  [1, risky((maker) => ['exception', maker.pick(maker.slots('tfsg'))])],
  [0.5, action((maker) => ['retrieve', maker.pick(maker.slots('tfsg'))])],
  [0.5, action(() => ['all_tasks'])],
  // Futures.
  [2, action((maker) => ['future', maker.pick(maker.slots('f'))])],
  [2, risky((maker) => ['set_result', maker.pick(maker.slots('f')), maker.between(10, 99)])],
  [1, risky((maker) => ['set_exception', maker.pick(maker.slots('f')), maker.pick(kinds), maker.newMessage()])],
  [2, scheduling((maker, place) => ['on_done', maker.pick(maker.slots('tfsg')), 'k0', maker.actions(place)])],
  [0.5, action((maker) => ['remove_done', maker.pick(maker.slots('tfsg')), 'k0'])],
  // Combining.
  [5, gather],
  [3, shield],
  [4, wait],
  [3, waitForBody],
  [3, waitForSlot],
  [3, asCompleted],
  [4, group],
  [1, groupSpawn],
  // Deadlines.
  [4, compound((maker, _, inner) => [['timeout', maker.pick(['o0', 'o1']), maker.timeout(), inner]])],
  [1, compound((maker, _, inner) => [['timeout_at', 'o0', maker.between(0, 12), inner]])],
  [1, risky((maker) => ['reschedule', maker.pick(['o0', 'o1']), maker.timeout()])],
  // Callbacks.
  [2, scheduling((maker, place) => ['call_soon', 'h0', maker.actions(place)])],
  [2, scheduling((maker, place) => ['call_later', 'h1', maker.milliseconds(), maker.actions(place)])],
  [0.5, scheduling((maker, place) => ['call_at', 'h1', maker.between(0, 9), maker.actions(place)])],
  [0.5, action((maker) => ['cancel_handle', maker.pick(['h0', 'h1'])])],
  // Context variables.
  [0.5, action((maker) => ['set_variable', 'v0', maker.between(1, 9)])],
  [0.5, action(() => ['get_variable', 'v0'])],
  [0.2, risky(() => ['require_variable', 'v0'])],
  [0.3, scheduling((maker, place) => ['copied', maker.actions(place)])],
  // Locks.
  [6, section],
  [6, longSection],
  [1, activity((maker) => ['acquire', maker.pick(locks(maker))])],
  [2, risky((maker) => ['release', maker.pick(locks(maker))])],
  [0.5, action((maker) => ['locked', maker.pick(locks(maker))])],
  [2, activity((maker) => ['wait_event', maker.pick(maker.events)])],
  [2, action((maker) => ['set', maker.pick(maker.events)])],
  [1, action((maker) => ['clear', maker.pick(maker.events)])],
  [0.3, action((maker) => ['is_set', maker.pick(maker.events)])],
  [3, waitCondition],
  [3, notify],
  [2, activity(() => ['wait_barrier', 'r0'])],
  [0.5, compound((_, __, inner) => [['with', 'r0', inner]])],
  [0.5, activity(() => ['reset', 'r0'])],
  [0.3, activity(() => ['abort', 'r0'])],
  [0.3, action(() => ['barrier_state', 'r0'])],
  // Queues.
  [3, activity((maker) => ['get', maker.pick(maker.queues)])],
  [3, activity((maker) => ['put', maker.pick(maker.queues), maker.between(1, 9)])],
  [1, risky((maker) => ['put_nowait', maker.pick(maker.queues), maker.between(1, 9)])],
  [1, risky((maker) => ['get_nowait', maker.pick(maker.queues)])],
  [1, risky((maker) => ['task_done', maker.pick(maker.queues)])],
  [1, activity((maker) => ['join', maker.pick(maker.queues)])],
  [0.3, action((maker) => ['shutdown', maker.pick(maker.queues), maker.between(0, 1)])],
  [0.3, action((maker) => ['queue_state', maker.pick(maker.queues)])],
  // Control.
  [1.5, risky(raising)],
  [5, compound((maker, place, inner) => [tryOp(maker, place, inner)])],
  [
    1.5,
    compound((maker, _, inner) => [
      ['try_star', inner, maker.pick([...kinds.filter((k) => k !== 'RuntimeError'), 'Exception'])],
    ]),
  ],
  [
    2,
    inTask((maker, place) =>
      place.depth < deepest ? [['loop', maker.between(2, 3), maker.block({ ...place, loop: true }, 3)]] : null,
    ),
  ],
  [1, inTask((_, place) => (place.loop ? [['break']] : null))],
  [1, inTask((maker, place) => (place.kind === 'body' ? [['return', maker.between(10, 99)]] : null))],
  [3, generating],
  [2, iterating],
];
