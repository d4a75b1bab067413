using System.Linq.Expressions;
using HealthCode.Domain.Archives;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Seals;
using HealthCode.Domain.Supervision;
using HealthCode.Domain.Tips;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.Metrics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HealthCode.Web.Data;

/// <summary>The database as seen by one user: query filters hide other offices.</summary>
public sealed class OfficeDb(DbContextOptions<OfficeDb> options, CurrentUser currentUser, OfficeClock clock, IDatabaseEngine engine, OfficeMetrics? metrics = null)
    : IdentityDbContext<OfficeUser, IdentityRole, string>(options)
{
    /// <summary>Keys that encrypt resident columns; part of the EF model cache key.</summary>
    internal DataKeys Keys { get; } = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<DataKeyStore>()?.Keys ?? DataKeys.Unkept;

    /// <summary>The user's office as this request has read it already, for the head of its page; null if it has not.</summary>
    internal Office? OfficeRead { get; set; }

    /// <summary>What the open transaction has to say to the audit.</summary>
    internal PendingAudit PendingAudit { get; } = new();

    /// <summary>The engine it is on; part of the EF model cache key.</summary>
    internal IDatabaseEngine Engine => engine;

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<Division> Divisions => Set<Division>();

    public DbSet<Declaration> Declarations => Set<Declaration>();

    public DbSet<DeclarationDraft> Drafts => Set<DeclarationDraft>();

    public DbSet<HealthPass> Passes => Set<HealthPass>();

    public DbSet<PrintedForm> PrintedForms => Set<PrintedForm>();

    public DbSet<PrintRun> PrintRuns => Set<PrintRun>();

    public DbSet<Workstation> Workstations => Set<Workstation>();

    public DbSet<Checkpoint> Checkpoints => Set<Checkpoint>();

    public DbSet<SealUse> SealUses => Set<SealUse>();

    public DbSet<OfficeSeal> Seals => Set<OfficeSeal>();

    public DbSet<StockEntry> StockEntries => Set<StockEntry>();

    public DbSet<Resident> Residents => Set<Resident>();

    public DbSet<ResidentKey> ResidentKeys => Set<ResidentKey>();

    public DbSet<ResidentVersion> ResidentVersions => Set<ResidentVersion>();

    public DbSet<Household> Households => Set<Household>();

    public DbSet<Guardianship> Guardianships => Set<Guardianship>();

    public DbSet<GuardianClaim> GuardianClaims => Set<GuardianClaim>();

    public DbSet<OutreachRound> OutreachRounds => Set<OutreachRound>();

    public DbSet<OutreachVisit> OutreachVisits => Set<OutreachVisit>();

    public DbSet<HealthStatus> HealthStatuses => Set<HealthStatus>();

    public DbSet<DailyCheckIn> CheckIns => Set<DailyCheckIn>();

    public DbSet<DueEntry> DueEntries => Set<DueEntry>();

    public DbSet<ResultCase> ResultCases => Set<ResultCase>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<FollowUpVisit> Visits => Set<FollowUpVisit>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<SelfCheck> SelfChecks => Set<SelfCheck>();

    public DbSet<Inspection> Inspections => Set<Inspection>();

    public DbSet<RecognitionComplaint> Complaints => Set<RecognitionComplaint>();

    public DbSet<SupervisionSettings> SupervisionSettings => Set<SupervisionSettings>();

    public DbSet<SupplyItem> SupplyItems => Set<SupplyItem>();

    public DbSet<SupplyEntry> SupplyEntries => Set<SupplyEntry>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<DeadlineReport> DeadlineReports => Set<DeadlineReport>();

    public DbSet<RiskArea> RiskAreas => Set<RiskArea>();

    public DbSet<GateTally> GateTallies => Set<GateTally>();

    public DbSet<GateIncident> GateIncidents => Set<GateIncident>();

    public DbSet<Passage> Passages => Set<Passage>();

    public DbSet<Venue> Venues => Set<Venue>();

    public DbSet<VenuePicture> VenuePictures => Set<VenuePicture>();

    public DbSet<VenuePoster> VenuePosters => Set<VenuePoster>();

    public DbSet<PostingCheck> PostingChecks => Set<PostingCheck>();

    public DbSet<DoorDuty> DoorDuties => Set<DoorDuty>();

    public DbSet<VenueEntry> VenueEntries => Set<VenueEntry>();

    public DbSet<Tip> Tips => Set<Tip>();

    public DbSet<TipArea> TipAreas => Set<TipArea>();

    public DbSet<TipSettings> TipSettings => Set<TipSettings>();

    public DbSet<ReceivedStopList> StopLists => Set<ReceivedStopList>();

    public DbSet<TrustedKey> TrustedKeys => Set<TrustedKey>();

    public DbSet<DroppedKey> DroppedKeys => Set<DroppedKey>();

    public DbSet<StoredSigningKey> SigningKeys => Set<StoredSigningKey>();

    public DbSet<PackageSent> PackagesSent => Set<PackageSent>();

    public DbSet<PackageFile> PackageFiles => Set<PackageFile>();

    public DbSet<PackageReceived> PackagesReceived => Set<PackageReceived>();

    public DbSet<ReceivedRegister> ReceivedRegisters => Set<ReceivedRegister>();

    public DbSet<TrustedTownship> Townships => Set<TrustedTownship>();

    public DbSet<StoredTownshipKey> TownshipKeys => Set<StoredTownshipKey>();

    public DbSet<SearchKey> SearchKeys => Set<SearchKey>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<ReportDeadlines> ReportDeadlines => Set<ReportDeadlines>();

    public DbSet<AdministratorPc> AdministratorPcs => Set<AdministratorPc>();

    public DbSet<SignInCount> SignInCounts => Set<SignInCount>();

    public DbSet<UsedTotpCode> UsedTotpCodes => Set<UsedTotpCode>();

    public DbSet<PendingPost> PendingPosts => Set<PendingPost>();

    public DbSet<BackupPlan> BackupPlans => Set<BackupPlan>();

    public DbSet<EpidemicEnd> EpidemicEnds => Set<EpidemicEnd>();

    public DbSet<DestructionRecord> DestructionRecords => Set<DestructionRecord>();

    public DbSet<PaperBox> PaperBoxes => Set<PaperBox>();

    public DbSet<ResidentRequest> Requests => Set<ResidentRequest>();

    public DbSet<RegisterEntry> RegisterEntries => Set<RegisterEntry>();

    public DbSet<RegisterKey> RegisterKeys => Set<RegisterKey>();

    public DbSet<Facility> Facilities => Set<Facility>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public DbSet<ArchivedAuditChain> ArchivedAuditChains => Set<ArchivedAuditChain>();

    public DbSet<ArchivedAuditRecord> ArchivedAuditRecords => Set<ArchivedAuditRecord>();

    /// <summary>The offices in this user's scope; the office table itself is not filtered, because every office knows its neighbours.</summary>
    public IQueryable<Office> OfficesWithinReach => Offices.Where(office => office.Code.StartsWith(currentUser.ScopePrefix));

    /// <summary>The office of which this user sees the papers; null if there are several. Said beside the filter where an index leads with the office: two equal bounds are a range to a planner, and what follows
    /// in the index is then not looked up but read through.</summary>
    public string? OnlyOffice => currentUser.Scope is { Length: 12 } office ? office : null;

    /// <summary>The first and last division code in this user's scope; without a user the range is empty.</summary>
    private string ScopeFirst => currentUser.Scope?.PadRight(12, '0') ?? "9";

    private string ScopeLast => currentUser.Scope?.PadRight(12, '9') ?? "0";

    /// <summary>记一笔 — adds an audit record for something that is not a row change: 打印, 不予办理, 登录. Saved with the next save.</summary>
    public void Audit(string action, string subject, string detail = "", AuditActor? actor = null) =>
        AuditRecords.Add(AuditRecord.Of(actor ?? currentUser.Actor, clock.Now, action, subject, detail));

    /// <summary>Runs the work in one transaction. A nested call joins the outer transaction.</summary>
    public Task<T> InOneTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken = default) => WriteAsync(null, work, cancellationToken);

    /// <summary>Runs work that reads and writes rows of one office only in one transaction; other offices need not wait for it. A nested call joins the outer transaction.</summary>
    /// <param name="office">Code of the office.</param>
    /// <param name="work">The work. What has to be unique among all offices it may rely on an index for, and on nothing else.</param>
    /// <param name="cancellationToken">Cancelled when the client disconnects.</param>
    public Task<T> InOfficeTransactionAsync<T>(string office, Func<Task<T>> work, CancellationToken cancellationToken = default) => WriteAsync(office, work, cancellationToken);

    /// <inheritdoc cref="InOneTransactionAsync{T}"/>
    public Task InOneTransactionAsync(Func<Task> work, CancellationToken cancellationToken = default) => WriteAsync(null, work, cancellationToken);

    /// <inheritdoc cref="InOfficeTransactionAsync{T}"/>
    public Task InOfficeTransactionAsync(string office, Func<Task> work, CancellationToken cancellationToken = default) => WriteAsync(office, work, cancellationToken);

    /// <summary>A save outside a transaction also waits for the write lock.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        Database.CurrentTransaction is not null || !ChangeTracker.HasChanges()
            ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : await InOneTransactionAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);

    /// <summary>A context used only for its model; no database access.</summary>
    internal static OfficeDb ForModel(IDatabaseEngine engine)
    {
        var options = new DbContextOptionsBuilder<OfficeDb>();
        engine.Configure(options);
        return new(options.Options, new SystemUser("model"), new OfficeClock(TimeProvider.System), engine);
    }

    internal AuditRecord Written(string action, string subject, string detail, string onBehalfOf) =>
        AuditRecord.Of(currentUser.Actor with { OnBehalfOf = onBehalfOf }, clock.Now, action, subject, detail);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(OfficeDb).Assembly);

        EncryptedColumns.Apply(builder.Model, Keys);
        foreach (var entity in builder.Model.GetEntityTypes()
                     .Where(entity => entity.ClrType != typeof(AuditRecord) && entity.ClrType != typeof(ArchivedAuditRecord) && entity.FindProperty("OfficeCode")?.ClrType == typeof(string)))
        {
            builder.Entity(entity.ClrType).HasQueryFilter(WithinScope(entity.ClrType));
        }

        engine.Configure(builder.Model);
    }

    private Task<bool> WriteAsync(string? office, Func<Task> work, CancellationToken cancellationToken) => WriteAsync(
        office,
        async () =>
        {
            await work();
            return true;
        },
        cancellationToken);

    private async Task<T> WriteAsync<T>(string? office, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            var inner = await work();
            await base.SaveChangesAsync(true, cancellationToken);
            return inner;
        }

        try
        {
            using var measured = metrics?.BeginWrite();
            await using var transaction = await engine.BeginWriteAsync(Database, office, cancellationToken);
            measured?.Granted();
            try
            {
                Keys.Refresh?.Invoke();
                var result = await work();
                await base.SaveChangesAsync(true, cancellationToken);
                await AppendAuditAsync(transaction, cancellationToken);
                await transaction.CommitAsync();
                return result;
            }
            catch
            {
                await transaction.RollBackAsync();
                throw;
            }
        }
        catch (Exception fault)
        {
            if (metrics is not null && DataFaults.KindOf(fault) is { } kind)
            {
                metrics.CountFailedSave(kind);
            }

            // Changes that failed to save must not be saved by the next attempt.
            ChangeTracker.Clear();
            PendingAudit.Clear();
            throw;
        }
    }

    /// <summary>Last of all, because there is one chain of all offices and whoever appends to it keeps the others waiting.</summary>
    private async Task AppendAuditAsync(IWriteTransaction transaction, CancellationToken cancellationToken)
    {
        if (PendingAudit.IsEmpty)
        {
            return;
        }

        await transaction.EnterAuditAsync(cancellationToken);
        PendingAudit.StoreWithNextSave();
        await base.SaveChangesAsync(true, cancellationToken);
    }

    /// <summary>entity => ScopeFirst &lt;= entity.OfficeCode &lt;= ScopeLast, which can use an index on OfficeCode.</summary>
    private LambdaExpression WithinScope(Type paper)
    {
        var parameter = Expression.Parameter(paper, "paper");
        var code = Expression.Property(parameter, "OfficeCode");
        var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
        Expression Against(string bound) => Expression.Call(compare, code, Expression.Property(Expression.Constant(this), bound));
        return Expression.Lambda(
            Expression.AndAlso(
                Expression.GreaterThanOrEqual(Against(nameof(ScopeFirst)), Expression.Constant(0)),
                Expression.LessThanOrEqual(Against(nameof(ScopeLast)), Expression.Constant(0))),
            parameter);
    }
}
