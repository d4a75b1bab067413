using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Checkpoints;

/// <summary>关口 — checks cards at a checkpoint, and records passages and incidents.</summary>
public sealed class CardVerification(OfficeDb db, SigningKeyStore keys, OfficeClock clock, CurrentUser currentUser)
{
    /// <summary>Audit action for an ID number that did not match a card.</summary>
    public const string Mismatch = "证件比对不符";

    /// <summary>Audit action for a comparison refused after too many mismatches.</summary>
    public const string ComparisonClosed = "证件不再比对";

    // Compiled once, because every check runs them. Guards check cards of all offices, but get only the state, not the holder.
    private static readonly CompiledQuery<Func<OfficeDb, string, Task<IssuedPass?>>> ByNumber = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, string number) => db.Passes.IgnoreQueryFilters().AsNoTracking().Where(pass => pass.Number == number)
            .Join(db.Offices, pass => pass.OfficeCode, office => office.Code, (pass, office) => new IssuedPass(pass, office)).SingleOrDefault()));

    private static readonly CompiledQuery<Func<OfficeDb, long, DateOnly, Task<int>>> PeopleOn = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, long checkpoint, DateOnly day) => db.GateTallies.Where(tally => tally.CheckpointId == checkpoint && tally.On == day).Sum(tally => tally.People)));

    /// <summary>查验: checks a scanned code or a typed number.</summary>
    public async Task<CheckVerdict> VerifyAsync(string? code)
    {
        var scanned = ScannedCode.Read(code);
        switch (scanned.Kind)
        {
            case ScannedKind.Number:
                var number = PassNumber.Restore(scanned.Text);
                return await VerifyOwnAsync(number, byNumberOnly: true) ?? await VerifyForeignNumberAsync(number);
            case ScannedKind.Part or ScannedKind.Nothing:
                return CheckVerdict.NotRead;
        }

        var reading = (await keys.TrustedAsync()).Read(scanned.Text);
        if (reading is not { Token: { } token, Key: { } key })
        {
            return CheckVerdict.NotOurs;
        }

        if (key.CompromisedAt is { } stolenAt && await db.Offices.AnyAsync(office => office.Code == key.OfficeCode))
        {
            return await OwnOfStolenKeyAsync(token, key, stolenAt);
        }

        if (reading.Validity == TokenValidity.StolenKey)
        {
            return CheckVerdict.OfStolenKey(token.Number, token.Validity.LastDay, key.OfficeName, byNumberOnly: false);
        }

        // Cards of this server are checked in the database; unknown ones (after restoring an old backup) by signature and stop list.
        return await VerifyOwnAsync(token.Number, byNumberOnly: false)
            ?? CheckVerdict.Of(token, key, await ListOfAsync(key), clock.Now, clock.Today);
    }

    /// <summary>Card number in a scanned code; null if its signature is not trusted.</summary>
    public async Task<PassNumber?> NumberOfAsync(ScannedCode scanned) => (await keys.TrustedAsync()).Read(scanned.Text).Token?.Number;

    /// <summary>持卡人与身份证一致. Audits each mismatch without the number; after too many on one day the card is not compared any more.</summary>
    public async Task<PaperComparison> CompareAsync(string? code, string? documentNumber, Checkpoint? checkpoint)
    {
        if (string.IsNullOrWhiteSpace(documentNumber) || await HolderTestAsync(code) is not { } holder)
        {
            return PaperComparison.None;
        }

        // Counted and recorded in one transaction, so that parallel tries are all counted.
        return await db.InOneTransactionAsync(async () =>
        {
            var (midnight, subject) = (BeijingTime.StartOf(clock.Today), "通行卡 " + holder.Number.Value);
            // Audit records of all offices: the same card may be tried at several checkpoints.
            var tries = await db.AuditRecords.CountAsync(record => record.At >= midnight && record.Action == Mismatch && record.Subject == subject);
            if (tries < GateRules.MostMismatches && holder.Fits(documentNumber))
            {
                return PaperComparison.Fits;
            }

            var isClosed = tries >= GateRules.MostMismatches;
            db.Audit(isClosed ? ComparisonClosed : Mismatch, subject, checkpoint?.Name ?? "");
            return isClosed ? PaperComparison.Closed : PaperComparison.Differs;
        });
    }

    /// <summary>放行: records a passage as far as the province requires, and counts it.</summary>
    /// <exception cref="RuleBrokenException">A field required by the province is missing.</exception>
    public Task LetPassAsync(Checkpoint checkpoint, RulePack pack, CheckVerdict verdict, GateFinding finding, PassageForm form) => db.InOfficeTransactionAsync(checkpoint.OfficeCode, async () =>
    {
        await db.RequireNotDestroyedAsync(checkpoint.OfficeCode);
        var number = verdict.Number?.Value ?? "";
        switch (pack.Passages)
        {
            case PassageKeeping.VenueAndTime:
                db.Passages.Add(Passage.Of(checkpoint, number, clock.Now, clock.Today));
                break;
            case PassageKeeping.EveryPassage:
                db.Passages.Add(Passage.Of(checkpoint, number, form, finding, clock.Now, clock.Today));
                break;
        }

        var hour = OfficeClock.AtOffice(clock.Now).Hour;
        var tally = await db.GateTallies.SingleOrDefaultAsync(each => each.CheckpointId == checkpoint.Id && each.On == clock.Today && each.Hour == hour);
        if (tally is null)
        {
            db.GateTallies.Add(tally = GateTally.Of(checkpoint, clock.Today, hour));
        }

        tally.Add();
    });

    /// <summary>登记情况: records an incident, and 上报 if a recipient is given.</summary>
    /// <exception cref="RuleBrokenException">The handling is missing.</exception>
    public Task<GateIncident> NoteAsync(Checkpoint checkpoint, CheckVerdict verdict, GateFinding finding, string handling, string reportedTo) => db.InOfficeTransactionAsync(checkpoint.OfficeCode, async () =>
    {
        await db.RequireNotDestroyedAsync(checkpoint.OfficeCode);
        var incident = GateIncident.Note(checkpoint, verdict, finding, handling, currentUser.Staff!, clock.Now, clock.Today);
        if (reportedTo.Length > 0)
        {
            incident.Report(reportedTo, clock.Now);
        }

        db.GateIncidents.Add(incident);
        await db.SaveChangesAsync();
        return incident;
    });

    /// <summary>关口记录 of a card in the last days, including today. Each query is audited (琼肺炎指〔2020〕29号 3.1).</summary>
    public async Task<IReadOnlyList<Passage>> HistoryAsync(PassNumber number, int days)
    {
        var from = clock.Today.AddDays(1 - days);
        db.Audit("查看关口记录", "通行卡 " + number.Value, $"近 {days} 天");
        await db.SaveChangesAsync();
        return await db.Passages.AsNoTracking().Where(passage => passage.Number == number.Value && passage.On >= from).OrderByDescending(passage => passage.Id).ToListAsync();
    }

    /// <summary>一次登记、多次扫码进出: the last passage with a completed form, or null.</summary>
    public Task<Passage?> LastAsync(PassNumber number) =>
        db.Passages.AsNoTracking().Where(passage => passage.Number == number.Value && passage.Direction != null).OrderByDescending(passage => passage.Id).FirstOrDefaultAsync();

    /// <summary>今天过了多少人.</summary>
    public Task<int> PeopleTodayAsync(Checkpoint checkpoint) => PeopleOn.For(db)(db, checkpoint.Id, clock.Today);

    /// <summary>Returns a test whether an ID number belongs to the card; null if the card is unknown.</summary>
    private async Task<(PassNumber Number, Func<string, bool> Fits)?> HolderTestAsync(string? code)
    {
        var scanned = ScannedCode.Read(code);
        if (scanned.Kind == ScannedKind.Number)
        {
            var holder = await db.Passes.IgnoreQueryFilters().AsNoTracking().Where(pass => pass.Number == scanned.Text).Select(pass => pass.Holder).SingleOrDefaultAsync();
            return holder is null ? null : (PassNumber.Restore(scanned.Text), paper => DocumentTag.Fits(holder, paper));
        }

        var reading = (await keys.TrustedAsync()).Read(scanned.Text);
        return reading.Token is { } token ? (token.Number, reading.MatchesDocument) : null;
    }

    private async Task<StopList?> ListOfAsync(TrustedKey key) =>
        (await db.StopLists.AsNoTracking().SingleOrDefaultAsync(list => list.Issuer == key.OfficeCode))?.Read();

    /// <summary>Verdict on a typed number not in the database: numbers of other trusted issuers are checked against the stop list; one of this
    /// server's offices does not exist.</summary>
    private async Task<CheckVerdict> VerifyForeignNumberAsync(PassNumber number)
    {
        var issuer = number.OfficeCode;
        return (await keys.TrustedAsync()).NewestOf(issuer) is { } key && !await db.Offices.AnyAsync(office => office.Code == issuer)
            ? CheckVerdict.OfNumber(number, key, await ListOfAsync(key)) : CheckVerdict.NotOurs;
    }

    private async Task<CheckVerdict?> VerifyOwnAsync(PassNumber number, bool byNumberOnly)
    {
        if (await ByNumber.For(db)(db, number.Value) is not { Pass: var pass } issued)
        {
            return null;
        }

        var verdict = VerdictOf(issued, byNumberOnly);
        return byNumberOnly && verdict.Outcome == CheckOutcome.Valid
            && (await db.CardsToReplaceAsync(db.Passes.Where(each => each.Number == pass.Number), clock.Today)).Any(card => !card.IsBelievedHere)
                ? CheckVerdict.OfStolenKey(number, pass.Validity.LastDay, verdict.Issuer, byNumberOnly: true) : verdict;
    }

    /// <summary>
    /// A code signed with this server's own stolen key proves nothing, because the thief can sign any data; so the database decides. A card that is
    /// missing or has other dates or another holder is a forgery; one first printed after the theft cannot be distinguished from a forgery and must
    /// be replaced.
    /// </summary>
    private async Task<CheckVerdict> OwnOfStolenKeyAsync(PassToken token, TrustedKey key, DateTimeOffset stolenAt)
    {
        if (await ByNumber.For(db)(db, token.Number.Value) is not { Pass: var pass } issued || pass.Validity != token.Validity || DocumentTag.Of(key.DocumentTagKey, token.Number, pass.Holder) != token.Mark)
        {
            return CheckVerdict.NotOurs;
        }

        var verdict = VerdictOf(issued, byNumberOnly: false);
        return verdict.Outcome == CheckOutcome.Valid && pass.PrintedAt >= stolenAt
            ? CheckVerdict.OfStolenKey(token.Number, pass.Validity.LastDay, verdict.Issuer, byNumberOnly: false) : verdict;
    }

    private CheckVerdict VerdictOf(IssuedPass issued, bool byNumberOnly) => CheckVerdict.Of(issued.Pass, issued.Issuer, clock.Today, byNumberOnly);

    private sealed record IssuedPass(HealthPass Pass, Office Issuer);
}
