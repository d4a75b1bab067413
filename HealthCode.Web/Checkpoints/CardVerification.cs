using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using HealthCode.Web.Retention;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Checkpoints;

/// <summary>关口 — what a code is worth now, and what is written down of who passed.</summary>
public sealed class CardVerification(OfficeDb db, SigningKeyStore keys, OfficeClock clock, CurrentUser currentUser)
{
    /// <summary>The office's word for an identity number that did not fit a card.</summary>
    public const string Mismatch = "证件比对不符";

    /// <summary>The office's word for a comparison that was refused.</summary>
    public const string ComparisonClosed = "证件不再比对";


    /// <summary>查验: a scanned code, or a typed number.</summary>
    public async Task<CheckVerdict> JudgeAsync(string? code)
    {
        var scanned = ScannedCode.Read(code);
        switch (scanned.Kind)
        {
            case ScannedKind.Number:
                var number = PassNumber.Restore(scanned.Text);
                return await OwnAsync(number, byNumberOnly: true) ?? await OthersAsync(number);
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

        if (reading.Worth == TokenValidity.StolenKey)
        {
            return CheckVerdict.OfStolenKey(token.Number, token.Validity.LastDay, key.OfficeName, byNumberOnly: false);
        }

        // Our own cards are checked in the database; unknown ones (after an old backup was restored) by signature and stop list.
        return await OwnAsync(token.Number, byNumberOnly: false)
            ?? CheckVerdict.Of(token, key, await ListOfAsync(key), clock.Now, clock.Today);
    }

    /// <summary>The number of the card whose code was scanned; null when the code is not believed here.</summary>
    public async Task<PassNumber?> NumberOfAsync(ScannedCode scanned) => (await keys.TrustedAsync()).Read(scanned.Text).Token?.Number;

    /// <summary>持卡人与身份证一致. Each number that does not fit is written down, without the number; after some of one day the card is compared with no more.</summary>
    public async Task<PaperComparison> CompareAsync(string? code, string? documentNumber, Checkpoint? checkpoint)
    {
        if (string.IsNullOrWhiteSpace(documentNumber) || await HolderTestAsync(code) is not { } holder)
        {
            return PaperComparison.None;
        }

        // Counted and noted under one lock: two tries at the same moment are two.
        return await db.InOneTransactionAsync(async () =>
        {
            var (midnight, subject) = (BeijingTime.StartOf(clock.Today), "通行卡 " + holder.Number.Value);
            // The audit is of all offices: a card is tried at any gate.
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

    /// <summary>放行: what the province wants written down, and no more.</summary>
    /// <exception cref="RuleBrokenException">The form of the province is not complete.</exception>
    public Task LetPassAsync(Checkpoint checkpoint, RulePack pack, CheckVerdict verdict, GateFinding finding, PassageForm form) => db.InOneTransactionAsync(async () =>
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

    /// <summary>登记情况, and 上报 when somebody was named.</summary>
    /// <exception cref="RuleBrokenException">Nothing said of what was done.</exception>
    public Task<GateIncident> NoteAsync(Checkpoint checkpoint, CheckVerdict verdict, GateFinding finding, string handling, string reportedTo) => db.InOneTransactionAsync(async () =>
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

    /// <summary>关口记录 of a card in the last days, today among them. Each look is written down (琼肺炎指〔2020〕29号 3.1).</summary>
    public async Task<IReadOnlyList<Passage>> HistoryAsync(PassNumber number, int days)
    {
        var from = clock.Today.AddDays(1 - days);
        db.Audit("查看关口记录", "通行卡 " + number.Value, $"近 {days} 天");
        await db.SaveChangesAsync();
        return await db.Passages.AsNoTracking().Where(passage => passage.Number == number.Value && passage.On >= from).OrderByDescending(passage => passage.Id).ToListAsync();
    }

    /// <summary>一次登记、多次扫码进出: what was filled in the last time, or null.</summary>
    public Task<Passage?> LastAsync(PassNumber number) =>
        db.Passages.AsNoTracking().Where(passage => passage.Number == number.Value && passage.Direction != null).OrderByDescending(passage => passage.Id).FirstOrDefaultAsync();

    /// <summary>今天过了多少人.</summary>
    public async Task<int> PeopleTodayAsync(Checkpoint checkpoint) =>
        await db.GateTallies.Where(tally => tally.CheckpointId == checkpoint.Id && tally.On == clock.Today).SumAsync(tally => tally.People);

    /// <summary>Whose paper fits the card that was shown; null when nothing is known to compare with.</summary>
    private async Task<(PassNumber Number, Func<string, bool> Fits)?> HolderTestAsync(string? code)
    {
        var scanned = ScannedCode.Read(code);
        if (scanned.Kind == ScannedKind.Number)
        {
            var holder = await db.Passes.IgnoreQueryFilters().AsNoTracking().Where(pass => pass.Number == scanned.Text).Select(pass => pass.Holder).SingleOrDefaultAsync();
            return holder is null ? null : (PassNumber.Restore(scanned.Text), paper => DocumentTag.Fits(holder, paper));
        }

        var reading = (await keys.TrustedAsync()).Read(scanned.Text);
        return reading.Token is { } token ? (token.Number, reading.Belongs) : null;
    }

    private async Task<StopList?> ListOfAsync(TrustedKey key) =>
        (await db.StopLists.AsNoTracking().SingleOrDefaultAsync(list => list.Issuer == key.OfficeCode))?.Read();

    /// <summary>A typed number of an office whose cards are believed here; one of this server that is not in the book is nobody's.</summary>
    private async Task<CheckVerdict> OthersAsync(PassNumber number)
    {
        var issuer = number.OfficeCode;
        return (await keys.TrustedAsync()).NewestOf(issuer) is { } key && !await db.Offices.AnyAsync(office => office.Code == issuer)
            ? CheckVerdict.OfNumber(number, key, await ListOfAsync(key)) : CheckVerdict.NotOurs;
    }

    private async Task<CheckVerdict?> OwnAsync(PassNumber number, bool byNumberOnly)
    {
        // A guard learns whether a card is in use; whose it is, he reads from the paper before him.
        var pass = await db.Passes.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(each => each.Number == number.Value);
        if (pass is null)
        {
            return null;
        }

        var verdict = await OwnVerdictAsync(pass, byNumberOnly);
        return byNumberOnly && verdict.Outcome == CheckOutcome.Valid
            && (await db.CardsToReplaceAsync(db.Passes.Where(each => each.Number == pass.Number), clock.Today)).Any(card => !card.IsBelievedHere)
                ? CheckVerdict.OfStolenKey(number, pass.Validity.LastDay, verdict.Issuer, byNumberOnly: true) : verdict;
    }

    /// <summary>
    /// A code of this server's own stolen key proves nothing by itself: its thief writes any number, day and mark. The database decides. A card that is not in it, or
    /// stands in it with other days or another holder, was not made here; one that was first printed after the theft cannot be told from the thief's and is replaced.
    /// </summary>
    private async Task<CheckVerdict> OwnOfStolenKeyAsync(PassToken token, TrustedKey key, DateTimeOffset stolenAt)
    {
        var pass = await db.Passes.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(each => each.Number == token.Number.Value);
        if (pass is null || pass.Validity != token.Validity || DocumentTag.Of(key.DocumentTagKey, token.Number, pass.Holder) != token.Mark)
        {
            return CheckVerdict.NotOurs;
        }

        var verdict = await OwnVerdictAsync(pass, byNumberOnly: false);
        return verdict.Outcome == CheckOutcome.Valid && pass.PrintedAt >= stolenAt
            ? CheckVerdict.OfStolenKey(token.Number, pass.Validity.LastDay, verdict.Issuer, byNumberOnly: false) : verdict;
    }

    private async Task<CheckVerdict> OwnVerdictAsync(HealthPass pass, bool byNumberOnly) =>
        CheckVerdict.Of(pass, await db.Offices.IgnoreQueryFilters().AsNoTracking().SingleAsync(office => office.Code == pass.OfficeCode), clock.Today, byNumberOnly);
}
