namespace HealthCode.Domain.Auditing;

/// <summary>走链 — verifies the audit chain in one pass, in record order; reports records changed, removed, inserted, emptied or cut off.</summary>
/// <param name="key">Verifies the hashes of the records.</param>
/// <param name="known">Newest record according to the signed head kept outside the table.</param>
public sealed class AuditWalk(AuditKey key, AuditHead known)
{
    private readonly List<AuditFault> _faults = [];
    private readonly List<(long Number, string At)> _strange = [];
    private readonly List<(long Number, string At)> _emptied = [];
    private readonly HashSet<long> _destroyed = [];
    private AuditHead _head = AuditHead.None;
    private string _at = "";
    private long _shift;

    /// <summary>Lines processed so far.</summary>
    public long Count { get; private set; }

    /// <summary>Processes the next line.</summary>
    public void Process(AuditLine line)
    {
        Count++;
        if (line.Number > _head.Number && key.Verifies(line, line.Number))
        {
            Arrive(line, line.Number);
        }
        else if (_head.IsPreviousOf(line.PreviousHash) && key.Verifies(line, _head.Number + 1))
        {
            // A genuine record whose number was shifted by an inserted one.
            Arrive(line, _head.Number + 1);
        }
        else
        {
            _strange.Add((line.Number, line.At));
        }
    }

    /// <summary>Numbers whose payloads were destroyed by a record that stands in another chain.</summary>
    public void Excuse(long first, long last)
    {
        for (var destroyed = first; destroyed <= last; destroyed++)
        {
            _destroyed.Add(destroyed);
        }
    }

    /// <summary>To be called after the last line; returns all defects in the order found.</summary>
    public IReadOnlyList<AuditFault> Complete()
    {
        Settle(Math.Max(known.Number, _head.Number) + 1, AuditFaultKind.TailCut);
        _faults.AddRange(_emptied.Where(each => !_destroyed.Contains(each.Number)).Select(each => new AuditFault(AuditFaultKind.Emptied, each.Number, each.Number, each.At)));
        return _faults;
    }

    private void Arrive(AuditLine line, long number)
    {
        var hadStrange = _strange.Count > 0;
        var isNext = number == _head.Number + 1;
        Settle(number, AuditFaultKind.Removed);
        if ((isNext && !_head.IsPreviousOf(line.PreviousHash)) || (number == known.Number && !known.IsPreviousOf(line.Hash)))
        {
            _faults.Add(new(AuditFaultKind.Changed, line.Number, line.Number, line.At));
        }
        else if (line.Number != number && line.Number - number != _shift && !hadStrange)
        {
            _faults.Add(new(AuditFaultKind.Changed, line.Number, line.Number, line.At));
        }

        _shift = line.Number - number;
        Open(line, number);
        (_head, _at) = (new(number, line.Hash), line.At);
    }

    /// <summary>Classifies the numbers between the head and this one (changed or missing) and the unverifiable lines (changed or inserted).</summary>
    private void Settle(long number, AuditFaultKind gone)
    {
        var strange = _strange.Where(each => each.Number > _head.Number && each.Number < number).ToDictionary(each => each.Number, each => each.At);
        var missing = new AuditRanges();
        for (var lost = _head.Number + 1; lost < number; lost++)
        {
            if (strange.TryGetValue(lost, out var at))
            {
                _faults.Add(new(AuditFaultKind.Changed, lost, lost, at));
            }
            else
            {
                missing.Add(lost);
            }
        }

        _faults.AddRange(missing.All.Select(range => new AuditFault(gone, range.First, range.Last, _at)));
        _faults.AddRange(_strange.Where(each => !strange.ContainsKey(each.Number)).Select(each => new AuditFault(AuditFaultKind.Inserted, each.Number, each.Number, each.At)));
        _strange.Clear();
    }

    private void Open(AuditLine line, long number)
    {
        if (line.Payload.Hash().AsSpan().SequenceEqual(line.PayloadHash))
        {
            if (line.Action == AuditRecord.PayloadsDestroyed)
            {
                // A destruction record can only cover records before it.
                foreach (var (first, last) in AuditRanges.Read(line.Payload.Detail).Where(range => range.Last < number))
                {
                    Excuse(first, last);
                }
            }
        }
        else if (line.Payload == AuditPayload.Destroyed)
        {
            _emptied.Add((number, line.At));
        }
        else
        {
            _faults.Add(new(AuditFaultKind.Changed, number, number, line.At));
        }
    }
}
