using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Benchmarks;

/// <summary>Where the time of a save goes, for saves that come one after another: before the write lock, under it by what is done, and after it.</summary>
internal sealed class SaveProfile : DbCommandInterceptor, ISaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly Dictionary<string, TimeSpan> _spent = [];
    private readonly Dictionary<string, TimeSpan> _spentOutside = [];
    private readonly Dictionary<string, int> _times = [];
    private long _lockAsked;
    private long _locked;
    private long _inAudit;
    private TimeSpan _heldAudit;
    private long _auditing;
    private long _saving;
    private long _committing;
    private TimeSpan _commandsOfSave;

    /// <summary>Has the services of a server time themselves.</summary>
    public void AddTo(IServiceCollection services)
    {
        var engine = services.Last(service => service.ServiceType == typeof(IDatabaseEngine));
        services.AddSingleton<IDatabaseEngine>(provider =>
        {
            var timed = DispatchProxy.Create<IDatabaseEngine, TimedEngine>();
            ((TimedEngine)(object)timed).Begin((IDatabaseEngine)engine.ImplementationFactory!(provider), this);
            return timed;
        });
        // The audit's own stands between the two.
        services.Insert(0, ServiceDescriptor.Singleton<IInterceptor>(new BeforeAudit(this)));
        services.AddSingleton<IInterceptor>(this);
    }

    /// <summary>Forgets what came before.</summary>
    public void Clear()
    {
        _heldAudit = TimeSpan.Zero;
        _spent.Clear();
        _spentOutside.Clear();
        _times.Clear();
    }

    /// <summary>The mean of each phase.</summary>
    /// <param name="saves">How many there were.</param>
    /// <param name="whole">How long they took, as who asked for them saw it.</param>
    public IEnumerable<string> Lines(int saves, TimeSpan whole)
    {
        string Line(string what, TimeSpan time) => string.Create(
            CultureInfo.InvariantCulture,
            $"    {what}: {time.TotalMilliseconds / saves:F3} ms, {100 * time / whole:F0} %{(_times.TryGetValue(what.Trim(), out var times) ? $", {(double)times / saves:F1} of them" : "")}");
        TimeSpan Of(string phase) => _spent.GetValueOrDefault(phase);
        var held = Of(Held);
        var told = _spent.Where(phase => phase.Key is not Held and not Waited).ToList();
        yield return Line("a save", whole);
        yield return Line("outside the lock: HTTP, cookie, binding, rules of the form, session, draft", whole - held - Of(Waited));
        foreach (var (what, time) in _spentOutside.OrderByDescending(phase => phase.Value))
        {
            yield return Line("  " + what, time);
        }

        yield return Line("taking the lock, BEGIN", Of(Waited));
        yield return Line("holding the lock", held);
        yield return Line("  of it, appending to the audit, for which all offices wait", _heldAudit);
        foreach (var (what, time) in told.OrderByDescending(phase => phase.Value))
        {
            yield return Line("  " + what, time);
        }

        yield return Line("  the rest: numbers of the series, entities, keys of the search", held - told.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Value));
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Executed(command, eventData);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Executed(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Executed(command, eventData);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Add("audit: finding what changed, its words, the chain", Stopwatch.GetElapsedTime(_auditing));
        (_saving, _commandsOfSave) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        return ValueTask.FromResult(result);
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (_locked != 0)
        {
            Add("SaveChanges but for its statements: encryption, JSON, the tracker", Stopwatch.GetElapsedTime(_saving) - _commandsOfSave);
        }

        _saving = 0;
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        _committing = Stopwatch.GetTimestamp();
        return ValueTask.FromResult(result);
    }

    // It is asked last of all, when the head of the audit lies in its file.
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Add("COMMIT, and the head of the audit in its file", Stopwatch.GetElapsedTime(_committing));
        return Task.CompletedTask;
    }

    private const string Held = "held";
    private const string Waited = "waited";

    private void Executed(DbCommand command, CommandExecutedEventData eventData)
    {
        var kind = (_locked == 0 ? "outside: " : "") + "statement " + KindOf(command.CommandText);
        _times[kind] = _times.GetValueOrDefault(kind) + 1;
        if (_locked == 0)
        {
            _spentOutside[kind] = _spentOutside.GetValueOrDefault(kind) + eventData.Duration;
            return;
        }

        if (_saving != 0)
        {
            _commandsOfSave += eventData.Duration;
        }

        Add(kind, eventData.Duration);
    }

    /// <summary>The verb and the tables.</summary>
    private static string KindOf(string sql)
    {
        var words = sql.Split((char[])[' ', '\n', '\r', ';', '('], StringSplitOptions.RemoveEmptyEntries);
        var tables = words.Zip(words.Skip(1)).Where(pair => pair.First is "FROM" or "INTO" or "UPDATE" or "JOIN").Select(pair => pair.First is "FROM" or "JOIN" ? "FROM " + pair.Second : $"{(pair.First == "INTO" ? "INSERT" : "UPDATE")} {pair.Second}");
        return string.Join(", ", tables.Distinct()) is { Length: > 0 } named ? named : words[0];
    }

    private void Add(string phase, TimeSpan time) => _spent[phase] = _spent.GetValueOrDefault(phase) + time;

    private void Asked() => _lockAsked = Stopwatch.GetTimestamp();

    private void Began()
    {
        _locked = Stopwatch.GetTimestamp();
        Add(Waited, Stopwatch.GetElapsedTime(_lockAsked));
    }

    private void Ended()
    {
        Add(Held, Stopwatch.GetElapsedTime(_locked));
        // One that has nothing to say to the audit does not come to it.
        _heldAudit += _inAudit == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_inAudit);
        _inAudit = 0;
        _locked = 0;
    }

    /// <summary>The engine, which tells when it gives the lock and when it takes it back.</summary>
#pragma warning disable CA1852 // Its proxy is derived from it while it runs.
    internal class TimedEngine : DispatchProxy
    {
        private IDatabaseEngine? _engine;
        private SaveProfile? _profile;

        public void Begin(IDatabaseEngine engine, SaveProfile profile) => (_engine, _profile) = (engine, profile);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            try
            {
                return targetMethod!.Name == nameof(IDatabaseEngine.BeginWriteAsync)
                    ? BeginWriteAsync((DatabaseFacade)args![0]!, (string?)args[1], (CancellationToken)args[2]!)
                    : targetMethod.Invoke(_engine, args);
            }
            catch (TargetInvocationException fault) when (fault.InnerException is { } inner)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
                throw;
            }
        }

        private async Task<IWriteTransaction> BeginWriteAsync(DatabaseFacade database, string? office, CancellationToken cancellationToken)
        {
            _profile!.Asked();
            var transaction = await _engine!.BeginWriteAsync(database, office, cancellationToken);
            _profile.Began();
            return new TimedTransaction(transaction, _profile);
        }
    }

#pragma warning restore CA1852
    private sealed class BeforeAudit(SaveProfile profile) : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            profile._auditing = Stopwatch.GetTimestamp();
            return ValueTask.FromResult(result);
        }
    }

    private sealed class TimedTransaction(IWriteTransaction transaction, SaveProfile profile) : IWriteTransaction
    {
        public async Task EnterAuditAsync(CancellationToken cancellationToken)
        {
            await transaction.EnterAuditAsync(cancellationToken);
            profile._inAudit = Stopwatch.GetTimestamp();
        }

        public Task CommitAsync() => transaction.CommitAsync();

        public Task RollBackAsync() => transaction.RollBackAsync();

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            profile.Ended();
        }
    }
}
