using HealthCode.Domain.Auditing;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Benchmarks;

/// <summary>The audit records that the program itself writes while a form becomes a card in its holder's hand, with places for numbers and times.</summary>
internal sealed class AuditTemplate
{
    /// <summary>递交, 审核发卡, 打印, 盖章, 发放.</summary>
    public const int Steps = 5;

    private const string DeclarationPlace = "{declaration}";
    private const string PassPlace = "{pass}";
    private const string PreviousPlace = "{previous}";

    private readonly IReadOnlyList<Line> _lines;

    private AuditTemplate(IReadOnlyList<Line> lines) => _lines = lines;

    /// <summary>Sends a person the whole way twice, 60 days apart, and keeps what the second one left in the audit. The server's clock is where it was afterwards.</summary>
    public static async Task<AuditTemplate> TakenAsync(OfficeServer server, string office, DeclarationContent content, DateOnly first)
    {
        var clock = server.Clock.GetUtcNow();
        var before = await GoAsync(server, office, content, first);
        var last = await server.InDbAsync(db => db.AuditRecords.MaxAsync(record => record.Id));
        var way = await GoAsync(server, office, content, first.AddDays(60));
        var records = await server.InDbAsync(db => db.AuditRecords.AsNoTracking().Where(record => record.Id > last).OrderBy(record => record.Id).ToListAsync());
        server.Clock.SetTo(clock);
        string Open(string text) => way.At.Index().Aggregate(
            text.Replace(way.Pass, PassPlace, StringComparison.Ordinal).Replace(before.Pass, PreviousPlace, StringComparison.Ordinal).Replace(way.Declaration, DeclarationPlace, StringComparison.Ordinal),
            (open, step) => open.Replace(AuditValuePolicy.Format(step.Item), TimePlace(step.Index), StringComparison.Ordinal));
        return new([.. records.Select(record => new Line(record.Action, Open(record.Subject), Open(record.Detail), record.OnBehalfOf, way.At.IndexOf(record.At)))]);
    }

    /// <summary>The records of a form, not chained yet.</summary>
    /// <param name="clerk">Who keyed and handed over.</param>
    /// <param name="reviewer">Who decided and stamped.</param>
    /// <param name="declaration">Number of the form.</param>
    /// <param name="pass">Number of its card.</param>
    /// <param name="previous">Number of the card before it; null if it is the holder's first.</param>
    /// <param name="at">When each step was done.</param>
    public IEnumerable<AuditRecord> Of(AuditActor clerk, AuditActor reviewer, string declaration, string pass, string? previous, DateTimeOffset[] at)
    {
        string Filled(string text)
        {
            var filled = text.Replace(DeclarationPlace, declaration, StringComparison.Ordinal).Replace(PassPlace, pass, StringComparison.Ordinal).Replace(PreviousPlace, previous, StringComparison.Ordinal);
            for (var step = 0; step < Steps && filled.Contains('{', StringComparison.Ordinal); step++)
            {
                filled = filled.Replace(TimePlace(step), AuditValuePolicy.Format(at[step]), StringComparison.Ordinal);
            }

            return filled;
        }

        return _lines.Where(line => previous is not null || !line.Subject.Contains(PreviousPlace, StringComparison.Ordinal)).Select(line => AuditRecord.Of(
            (line.Step is 1 or 3 ? reviewer : clerk) with { OnBehalfOf = line.OnBehalfOf }, at[line.Step], line.Action, Filled(line.Subject), Filled(line.Detail)));
    }

    private static string TimePlace(int step) => $"{{at{step}}}";

    private static async Task<Way> GoAsync(OfficeServer server, string code, DeclarationContent content, DateOnly day)
    {
        var start = new DateTimeOffset(day.ToDateTime(new(9, 0)), TimeSpan.FromHours(8));
        // To the second each has its own, so that it is known again in a sentence.
        List<DateTimeOffset> at = [.. Enumerable.Range(0, Steps).Select(step => start.AddSeconds(61 * step))];
        var clock = server.Services.GetRequiredService<OfficeClock>();
        Task<T> StepAsync<T>(int step, Func<OfficeDb, Office, Task<T>> work) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            server.Clock.SetTo(at[step]);
            clock.Confirm();
            return await work(db, await db.Offices.SingleAsync(office => office.Code == code));
        }));

        var id = await StepAsync(0, async (db, office) =>
        {
            var form = content with { SignedOn = day, Travel = content.Travel with { On = day.AddDays(1) } };
            var declaration = Declaration.Submit(office, await db.NextDeclarationNumberAsync(office, day), $"template{day:yyyyMMdd}", form, LawfulCase.Clerk, clock.Now, day);
            db.Declarations.Add(declaration);
            await db.SaveChangesAsync();
            await db.IndexDeclarationAsync(declaration);
            return declaration.Id;
        });
        var card = await StepAsync(1, async (db, office) =>
        {
            var declaration = await db.Declarations.Include(each => each.Decisions).SingleAsync(each => each.Id == id);
            declaration.Approve(LawfulCase.NothingFound, declaration.Version, office.RulesOn(day), LawfulCase.Reviewer, clock.Now, day);
            return (await db.IssuePassAsync(declaration, office, false, clock)).Id;
        });
        await StepAsync(2, async (db, office) => { (await db.Passes.SingleAsync(pass => pass.Id == card)).Print(office, clock.Now, day); return true; });
        await StepAsync(3, async (db, office) => { (await db.Passes.SingleAsync(pass => pass.Id == card)).Stamp(LawfulCase.Reviewer, office, clock.Now, day); return true; });
        await StepAsync(4, async (db, office) => { (await db.Passes.SingleAsync(pass => pass.Id == card)).HandOver("本人", office, clock.Now, day); return true; });
        return await server.InDbAsync(async db => new Way(
            (await db.Declarations.SingleAsync(each => each.Id == id)).Number, (await db.Passes.SingleAsync(each => each.Id == card)).Number, at));
    }

    /// <param name="Action">What was done.</param>
    /// <param name="Subject">With what, with places.</param>
    /// <param name="Detail">What changed, with places.</param>
    /// <param name="OnBehalfOf">For whom.</param>
    /// <param name="Step">In which step.</param>
    private sealed record Line(string Action, string Subject, string Detail, string OnBehalfOf, int Step);

    private sealed record Way(string Declaration, string Pass, List<DateTimeOffset> At);
}
