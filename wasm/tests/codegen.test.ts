import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutDeadLoops } from '../compiler/codegen.ts';

/** As Clang writes a coroutine's loop into the function that destroys it. */
const body = (name: string): string => `define internal fastcc void @${name}(ptr noundef nonnull %0) #0 {
  %2 = load i2, ptr %0, align 1
  switch i2 %2, label %20 [
    i2 0, label %3
    i2 1, label %8
  ]

3:                                                ; preds = %1
  br label %20

4:                                                ; preds = %15, %4
  %5 = icmp eq i32 %2, 0
  invoke void @work()
          to label %6 unwind label %18

6:                                                ; preds = %4
  br i1 %5, label %11, label %4

8:                                                ; preds = %1
  br label %9

9:                                                ; preds = %8, %6
  %10 = phi i8 [ 1, %8 ], [ -1, %6 ]
  switch i8 %10, label %20 [
    i8 0, label %11
    i8 1, label %12
  ]

11:                                               ; preds = %9, %6
  br label %13

12:                                               ; preds = %9
  br label %13

13:                                               ; preds = %12, %11
  %14 = phi i32 [ 0, %11 ], [ 2, %12 ]
  %16 = icmp eq i32 %14, 0
  br i1 %16, label %15, label %20, !llvm.loop !4

15:                                               ; preds = %13
  br label %4

18:                                               ; preds = %4
  %19 = cleanuppad within none []
  cleanupret from %19 unwind to caller

20:                                               ; preds = %13, %9, %3, %1
  ret void
}`;

test('the way from a suspended coroutine to its clean-up is made straight', () => {
  const folded = withoutDeadLoops(body('f.destroy'));
  assert.match(folded, /9: .*\n {2}%10 = phi i8 \[ 1, %8 \], \[ -1, %6 \]\n {2}br label %12\n/);
  assert.match(folded, /%14 = phi i32 \[ 0, %11 \], \[ 2, %12 \]\n {2}%16 = .*\n {2}br label %20\n/);
  // What depends on the coroutine stays.
  assert.match(folded, /switch i2 %2, label %20 \[\n {4}i2 0, label %3\n {4}i2 1, label %8\n {2}\]/);
  assert.match(folded, /br i1 %5, label %11, label %4/);
});

test('only the functions that destroy are touched', () => {
  const others = `${body('f.resume')}\n\n${body('"odd name.cleanup.x"')}`;
  assert.equal(withoutDeadLoops(others), others);
  assert.notEqual(withoutDeadLoops(body('"odd name.cleanup"')), body('"odd name.cleanup"'));
});
