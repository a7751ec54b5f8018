"""An operating system's scheduler in small."""

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = 0, 1, 2, 3, 4, 5
KIND_DEVICE = 0
KIND_WORK = 1


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4


def append_to(packet, queue):
    packet.link = None
    if queue is None:
        return packet
    p = queue
    while p.link is not None:
        p = p.link
    p.link = packet
    return queue


class Task:
    def __init__(self, ident, priority, queue, role):
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.role = role
        self.waiting = queue is None
        self.held = False
        self.packet_pending = queue is not None
        self.control = 1
        self.count = 0
        self.work_in = None
        self.device_in = None
        self.destination = HANDLER_A
        self.pending = None


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.holds = 0
        self.queued = 0
        self.layout = 0

    def add(self, ident, priority, queue, role):
        task = Task(ident, priority, queue, role)
        self.tasks.append(task)
        return task

    def queue_packet(self, packet, ident):
        task = self.tasks[ident]
        self.queued += 1
        packet.ident = ident
        if task.queue is None:
            task.queue = packet
            task.packet_pending = True
        else:
            append_to(packet, task.queue)

    def step(self, task):
        packet = None
        if task.queue is not None:
            packet = task.queue
            task.queue = packet.link
            task.packet_pending = task.queue is not None
        if task.role == IDLE:
            self.idle(task)
        elif task.role == WORKER:
            self.worker(task, packet)
        elif task.role == HANDLER_A:
            self.handler(task, packet)
        else:
            self.device(task, packet)

    def idle(self, task):
        task.count -= 1
        if task.control % 2 == 0:
            task.control = task.control // 2
            self.tasks[DEVICE_A].held = False
        else:
            task.control = task.control // 2 ^ 0xD008
            self.tasks[DEVICE_B].held = False

    def worker(self, task, packet):
        if packet is None:
            return
        if task.destination == HANDLER_A:
            task.destination = HANDLER_B
        else:
            task.destination = HANDLER_A
        packet.ident = task.destination
        packet.datum = 0
        for i in range(4):
            task.count += 1
            if task.count > 26:
                task.count = 1
            packet.data[i] = 64 + task.count
        self.queue_packet(packet, task.destination)

    def handler(self, task, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                task.work_in = append_to(packet, task.work_in)
            else:
                task.device_in = append_to(packet, task.device_in)
        work = task.work_in
        if work is None:
            return
        count = work.datum
        if count >= 4:
            task.work_in = work.link
            work.link = None
            self.queue_packet(work, WORKER)
            return
        device = task.device_in
        if device is None:
            return
        task.device_in = device.link
        device.link = None
        device.datum = work.data[count]
        work.datum = count + 1
        self.queue_packet(device, DEVICE_A if task.ident == HANDLER_A else DEVICE_B)

    def device(self, task, packet):
        if packet is None:
            if task.pending is None:
                return
            ready = task.pending
            task.pending = None
            self.queue_packet(ready, HANDLER_A if task.ident == DEVICE_A else HANDLER_B)
        else:
            task.pending = packet
            task.held = True
            self.holds += 1

    def run(self, steps):
        n = len(self.tasks)
        for i in range(steps):
            task = self.tasks[i % n]
            if task.held and task.queue is None:
                task.held = i % 3 != 0
                continue
            self.layout = (self.layout * 31 + task.ident + self.queued) % 1000003
            self.step(task)


def main():
    s = Scheduler()
    s.add(IDLE, 0, None, IDLE)
    work = Packet(None, 0, KIND_WORK)
    work = Packet(work, 0, KIND_WORK)
    s.add(WORKER, 1000, work, WORKER)
    for ident in (HANDLER_A, HANDLER_B):
        queue = None
        for _ in range(3):
            queue = Packet(queue, 4 if ident == HANDLER_A else 5, KIND_DEVICE)
        s.add(ident, 2000, queue, HANDLER_A)
    s.add(DEVICE_A, 4000, None, DEVICE_A)
    s.add(DEVICE_B, 5000, None, DEVICE_A)
    s.run(2000000)
    print(s.queued, s.holds, s.layout)


main()
