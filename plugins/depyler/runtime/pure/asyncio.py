"""A single-threaded event loop."""

import heapq
import time as _time
from collections import deque

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


TimeoutError = TimeoutError


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Handle:
    def __init__(self, callback, args):
        self.callback = callback
        self.args = args
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled


class TimerHandle(Handle):
    def __init__(self, when, order, callback, args):
        Handle.__init__(self, callback, args)
        self._when = when
        self.order = order

    def when(self):
        return self._when

    def __lt__(self, other):
        return (self._when, self.order) < (other._when, other.order)


class Future:
    def __init__(self, *, loop=None):
        self._loop = loop or get_event_loop()
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []

    def __await__(self):
        if not self.done():
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def cancel(self, msg=None):
        if self.done():
            return False
        self._state = "CANCELLED"
        self._schedule()
        return True

    def result(self):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state == "PENDING":
            raise InvalidStateError("Result is not ready.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state == "PENDING":
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def set_result(self, result):
        if self.done():
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = "FINISHED"
        self._schedule()

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        self._exception = exception
        self._state = "FINISHED"
        self._schedule()

    def add_done_callback(self, callback, *, context=None):
        if self.done():
            self._loop.call_soon(callback, self)
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        kept = [c for c in self._callbacks if c != callback]
        gone = len(self._callbacks) - len(kept)
        self._callbacks = kept
        return gone

    def _schedule(self):
        callbacks = self._callbacks
        self._callbacks = []
        for callback in callbacks:
            self._loop.call_soon(callback, self)


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None):
        Future.__init__(self, loop=loop)
        self._coro = coro
        self._waiting = None
        self._must_cancel = False
        self._cancelling = 0
        self._name = name if name is not None else self._loop._task_name()
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step, None)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def get_coro(self):
        return self._coro

    def cancelling(self):
        return self._cancelling

    def uncancel(self):
        if self._cancelling > 0:
            self._cancelling -= 1
        return self._cancelling

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancelling += 1
        if self._waiting is not None and self._waiting.cancel():
            return True
        self._must_cancel = True
        return True

    def _finish(self):
        if self in self._loop._tasks:
            self._loop._tasks.remove(self)

    def _step(self, error):
        if self.done():
            return
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = CancelledError()
            self._must_cancel = False
        self._waiting = None
        previous = self._loop._current
        self._loop._current = self
        try:
            if error is None:
                waiting = self._coro.send(None)
            else:
                waiting = self._coro.throw(error)
        except StopIteration as end:
            self._finish()
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self)
            else:
                self.set_result(end.value)
        except CancelledError:
            self._finish()
            Future.cancel(self)
        except (KeyboardInterrupt, SystemExit) as failed:
            self._finish()
            self.set_exception(failed)
            raise
        except BaseException as failed:
            self._finish()
            self.set_exception(failed)
        else:
            if waiting is None:
                self._loop.call_soon(self._step, None)
            elif isinstance(waiting, Future):
                waiting.add_done_callback(self._wake)
                self._waiting = waiting
                if self._must_cancel and waiting.cancel():
                    self._must_cancel = False
            else:
                self._loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {waiting!r}"))
        finally:
            self._loop._current = previous

    def _wake(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step(None)


class AbstractEventLoop:
    pass


class EventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._order = 0
        self._tasks = []
        self._current = None
        self._stopping = False
        self._running = False
        self._closed = False
        self._names = 0

    def _task_name(self):
        self._names += 1
        return f"Task-{self._names}"

    def time(self):
        return _time.monotonic()

    def call_soon(self, callback, *args, context=None):
        handle = Handle(callback, args)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        self._order += 1
        handle = TimerHandle(when, self._order, callback, args)
        heapq.heappush(self._timers, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name)

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def stop(self):
        self._stopping = True

    def get_debug(self):
        return False

    def set_debug(self, enabled):
        pass

    async def shutdown_asyncgens(self):
        pass

    def _run_once(self):
        while self._timers and self._timers[0]._cancelled:
            heapq.heappop(self._timers)
        if not self._ready and self._timers:
            wait = self._timers[0]._when - self.time()
            if wait > 0:
                _time.sleep(wait)
        if not self._ready and not self._timers:
            raise RuntimeError("the event loop has nothing to do and would wait for ever")
        end = self.time() + 1e-9
        while self._timers and self._timers[0]._when <= end:
            handle = heapq.heappop(self._timers)
            if not handle._cancelled:
                self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle.callback(*handle.args)

    def run_forever(self):
        _state.running = self
        self._running = True
        try:
            while not self._stopping:
                self._run_once()
        finally:
            self._stopping = False
            self._running = False
            _state.running = None

    def run_until_complete(self, future):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        previous = _state.loop
        _state.loop = self
        future = ensure_future(future, loop=self)
        _state.running = self
        self._running = True
        try:
            while not future.done():
                self._run_once()
        finally:
            self._running = False
            _state.running = None
            _state.loop = previous
        return future.result()


class _State:
    def __init__(self):
        self.running = None
        self.loop = None


_state = _State()


def new_event_loop():
    return EventLoop()


def set_event_loop(loop):
    _state.loop = loop


def get_running_loop():
    if _state.running is None:
        raise RuntimeError("no running event loop")
    return _state.running


def get_event_loop():
    if _state.running is not None:
        return _state.running
    if _state.loop is None:
        _state.loop = EventLoop()
    return _state.loop


def iscoroutine(value):
    return type(value).__name__ == "coroutine"


def iscoroutinefunction(function):
    return bool(getattr(function, "_is_coroutine", False))


def isfuture(value):
    return isinstance(value, Future)


def current_task(loop=None):
    return (loop or get_running_loop())._current


def all_tasks(loop=None):
    return set((loop or get_running_loop())._tasks)


async def _await(value):
    return await value


def ensure_future(value, *, loop=None):
    if isinstance(value, Future):
        return value
    loop = loop or get_event_loop()
    if iscoroutine(value):
        return loop.create_task(value)
    if hasattr(value, "__await__"):
        return loop.create_task(_await(value))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name)


def run(main, *, debug=None):
    if _state.running is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    loop = EventLoop()
    previous = _state.loop
    _state.loop = loop
    try:
        return loop.run_until_complete(main)
    finally:
        left = list(loop._tasks)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(gather(*left, return_exceptions=True))
        loop.close()
        _state.loop = previous


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = EventLoop()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.close()

    def close(self):
        self._loop.close()

    def get_loop(self):
        return self._loop

    def run(self, coro, *, context=None):
        return self._loop.run_until_complete(coro)


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


class _Pause:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Pause()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        timer.cancel()


class _Gathering(Future):
    def __init__(self, children, *, loop=None):
        Future.__init__(self, loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        done = False
        for child in self._children:
            if child.cancel():
                done = True
        if done:
            self._cancel_requested = True
        return done


def gather(*values, return_exceptions=False):
    loop = get_event_loop()
    if not values:
        outer = loop.create_future()
        outer.set_result([])
        return outer
    known = {}
    children = []
    for value in values:
        if id(value) not in known:
            known[id(value)] = ensure_future(value, loop=loop)
        children.append(known[id(value)])
    outer = _Gathering(children, loop=loop)
    left = [len(known)]

    def finished(child):
        left[0] -= 1
        if outer.done():
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(CancelledError())
                return
            if child._exception is not None:
                outer.set_exception(child._exception)
                return
        if left[0] == 0:
            if outer._cancel_requested:
                outer.set_exception(CancelledError())
                return
            results = []
            for one in children:
                if one.cancelled():
                    results.append(CancelledError())
                elif one._exception is not None:
                    results.append(one._exception)
                else:
                    results.append(one._result)
            outer.set_result(results)

    for child in known.values():
        child.add_done_callback(finished)
    return outer


async def wait_for(value, timeout):
    loop = get_running_loop()
    if timeout is None:
        return await value
    future = ensure_future(value, loop=loop)
    if timeout <= 0:
        if future.done():
            return future.result()
        future.cancel()
        try:
            await future
        except CancelledError:
            pass
        raise TimeoutError()
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _set_unless_done, waiter, None)

    def ready(_):
        _set_unless_done(waiter, None)

    future.add_done_callback(ready)
    try:
        try:
            await waiter
        except CancelledError:
            future.remove_done_callback(ready)
            future.cancel()
            raise
        if future.done():
            return future.result()
        future.remove_done_callback(ready)
        future.cancel()
        try:
            return await future
        except CancelledError:
            raise TimeoutError() from None
    finally:
        timer.cancel()


async def wait(values, *, timeout=None, return_when=ALL_COMPLETED):
    futures = list(values)
    for future in futures:
        if iscoroutine(future):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    loop = get_running_loop()

    def enough():
        done = [f for f in futures if f.done()]
        if len(done) == len(futures):
            return True
        if return_when == FIRST_COMPLETED:
            return bool(done)
        if return_when == FIRST_EXCEPTION:
            return any(not f.cancelled() and f._exception is not None for f in done)
        return False

    if not enough():
        waiter = loop.create_future()
        timer = None
        if timeout is not None:
            timer = loop.call_later(timeout, _set_unless_done, waiter, None)

        def ready(_):
            if enough():
                _set_unless_done(waiter, None)

        for future in futures:
            future.add_done_callback(ready)
        try:
            await waiter
        finally:
            if timer is not None:
                timer.cancel()
            for future in futures:
                future.remove_done_callback(ready)
    done = {f for f in futures if f.done()}
    return done, {f for f in futures if not f.done()}


def as_completed(values, *, timeout=None):
    loop = get_event_loop()
    todo = [ensure_future(value, loop=loop) for value in values]
    done = Queue()

    def finished(future):
        done.put_nowait(future)

    for future in todo:
        future.add_done_callback(finished)

    async def next_one():
        future = await done.get()
        return future.result()

    for _ in todo:
        yield next_one()


def shield(value):
    inner = ensure_future(value)
    if inner.done():
        return inner
    outer = get_event_loop().create_future()

    def finished(future):
        if outer.done():
            return
        if future.cancelled():
            outer.cancel()
        elif future._exception is not None:
            outer.set_exception(future._exception)
        else:
            outer.set_result(future._result)

    inner.add_done_callback(finished)
    return outer


async def to_thread(function, /, *args, **kwargs):
    await _Pause()
    return function(*args, **kwargs)


class Timeout:
    def __init__(self, when):
        self._when = when
        self._timer = None
        self._task = None
        self._expired = False

    def when(self):
        return self._when

    def expired(self):
        return self._expired

    def reschedule(self, when):
        if self._timer is not None:
            self._timer.cancel()
        self._when = when
        if when is not None:
            self._timer = get_running_loop().call_at(when, self._fire)

    def _fire(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, trace):
        if self._timer is not None:
            self._timer.cancel()
        if self._expired and self._task.uncancel() <= 0 and kind is not None and issubclass(kind, CancelledError):
            raise TimeoutError from error
        return None


def timeout(delay):
    loop = get_running_loop()
    return Timeout(loop.time() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(when)


class TaskGroup:
    def __init__(self):
        self._tasks = set()
        self._errors = []
        self._parent = None
        self._aborting = False
        self._waiter = None

    async def __aenter__(self):
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = get_running_loop().create_task(coro, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled() or task._exception is None:
            return
        self._errors.append(task._exception)
        if not self._aborting:
            self._abort()
            if self._waiter is None:
                self._parent.cancel()

    def _abort(self):
        self._aborting = True
        for task in list(self._tasks):
            if not task.done():
                task.cancel()

    async def __aexit__(self, kind, error, trace):
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._waiter = get_running_loop().create_future()
            try:
                await self._waiter
            except CancelledError:
                if not self._aborting:
                    self._abort()
            self._waiter = None
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(error)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        return None


class Lock:
    def __init__(self):
        self._locked = False
        self._waiters = deque()

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all(w.cancelled() for w in self._waiters):
            self._locked = True
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not self._locked:
                self._wake()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake()

    def _wake(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, kind, error, trace):
        self.release()


class Event:
    def __init__(self):
        self._value = False
        self._waiters = []

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition:
    def __init__(self, lock=None):
        self._lock = lock or Lock()
        self._waiters = deque()
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self.locked = self._lock.locked

    async def __aenter__(self):
        await self._lock.acquire()
        return None

    async def __aexit__(self, kind, error, trace):
        self._lock.release()

    async def wait(self):
        if not self._lock.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self._lock.release()
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            if waiter in self._waiters:
                self._waiters.remove(waiter)
            await self._lock.acquire()

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._lock.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        count = 0
        for waiter in self._waiters:
            if count >= n:
                break
            if not waiter.done():
                count += 1
                waiter.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value
        self._waiters = deque()

    def locked(self):
        return self._value == 0 or any(not w.cancelled() for w in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not waiter.cancelled():
                self._value += 1
                self._wake()
            raise
        if self._value > 0:
            self._wake()
        return True

    def release(self):
        self._value += 1
        self._wake()

    def _wake(self):
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, kind, error, trace):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound = value
        Semaphore.__init__(self, value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._init()

    def _init(self):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _wake(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        while self.full():
            putter = get_running_loop().create_future()
            self._putters.append(putter)
            try:
                await putter
            except BaseException:
                putter.cancel()
                if putter in self._putters:
                    self._putters.remove(putter)
                raise
        self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._wake(self._getters)

    async def get(self):
        while self.empty():
            getter = get_running_loop().create_future()
            self._getters.append(getter)
            try:
                await getter
            except BaseException:
                getter.cancel()
                if getter in self._getters:
                    self._getters.remove(getter)
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        self._wake(self._putters)
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished > 0:
            await self._finished.wait()


class PriorityQueue(Queue):
    def _init(self):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    def _init(self):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
