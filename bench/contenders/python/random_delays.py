def random_delays(count, span):
    """`count` delays from 0 to just below `span`: those of support/random_delays.hpp."""
    delays = []
    state = 1
    for _ in range(count):
        state = (state * 1_664_525 + 1_013_904_223) & 0xFFFFFFFF
        delays.append(state / 2**32 * span)
    return delays
