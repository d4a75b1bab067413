using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.PrintRuns;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Passes;

/// <summary>登记已盖章、已发放 — of several ticked cards, or of one scanned card; takes back what was scanned last.</summary>
public sealed class PassStepCommands(OfficeDb db, CurrentUser currentUser, PrintRunCommands prints, SigningKeyStore keys, OfficeClock clock)
{
    // Below the parameter limit of every database engine.
    private const int AtOnce = 500;

    /// <summary>登记已盖章 of all ticked cards for which it is possible, in one transaction.</summary>
    public Task<PassBatch> StampAsync(IReadOnlyCollection<long> ids) => EachAsync(ids, prints.Stamp);

    /// <summary>登记已发放 of all ticked cards for which it is possible, in one transaction.</summary>
    /// <param name="ids">Keys of the cards.</param>
    /// <param name="collector">本人: each holder collects his own; or the name of who collects for others.</param>
    /// <param name="relation">His relation to the holders.</param>
    public Task<PassBatch> HandOverAsync(IReadOnlyCollection<long> ids, string collector, string relation) =>
        EachAsync(ids, (pass, office) => HandOver(pass, office, collector, relation));

    /// <summary>发放 of one card.</summary>
    /// <exception cref="RuleBrokenException">Not possible in its state; no collector, or no relation.</exception>
    public void HandOver(HealthPass pass, Office office, string collector, string relation) =>
        pass.HandOver(HouseholdHandOver.WordsFor(pass, collector, relation), office, clock.Now, clock.Today);

    /// <summary>扫一张 — finds the card of a scanned code or typed number; null with a sentence if there is none here.</summary>
    public async Task<(long? Id, string? Fault)> FindAsync(string? code)
    {
        var scanned = ScannedCode.Read(code);
        var number = scanned.Kind switch
        {
            ScannedKind.Number => PassNumber.Restore(scanned.Text),
            ScannedKind.Token => (await keys.TrustedAsync()).Read(scanned.Text).Token?.Number,
            _ => (PassNumber?)null,
        };
        if (number is not { } known)
        {
            return (null, scanned.Kind switch
            {
                ScannedKind.Nothing or ScannedKind.Part => "没有读全：把二维码放平再扫一次；输的是卡号，请对照卡背面的 20 位。",
                ScannedKind.Token => "这不是本系统签发的卡，二维码不是真的，或来自不在信任名单里的村（居）。没有登记。",
                _ => "扫到的不是通行卡的二维码。没有登记。",
            });
        }

        var id = await db.Passes.Where(pass => pass.Number == known.Value && pass.OfficeCode == currentUser.OfficeCode).Select(pass => (long?)pass.Id).SingleOrDefaultAsync();
        return (id, id is not null ? null
            : known.OfficeCode != currentUser.OfficeCode ? $"卡号 {known.Grouped} 是别的村（居）的卡，请由发卡的村（居）登记。没有登记。"
            : $"卡号 {known.Grouped} 没有找到：请对照卡背面再看一遍。没有登记。");
    }

    /// <summary>扫一张记一张 — records 已盖章 or 已发放 on one card.</summary>
    /// <param name="id">Key of the card.</param>
    /// <param name="state">已盖章 or 已发放.</param>
    /// <param name="collector">领取人, for 已发放.</param>
    /// <param name="relation">His relation to the holder.</param>
    /// <exception cref="RuleBrokenException">Not possible in its state; no collector, or no relation.</exception>
    public Task<(HealthPass Pass, RecordedStep Step)> RecordAsync(long id, PassState state, string collector, string relation) => db.InOneTransactionAsync(async () =>
    {
        var (pass, office) = (await db.Passes.SingleAsync(each => each.Id == id), await db.OfficeAtAsync(currentUser));
        if (state == PassState.Stamped)
        {
            prints.Stamp(pass, office);
            return (pass, new RecordedStep(id, state, pass.StampedAt!.Value, currentUser.Staff!.UserName));
        }

        HandOver(pass, office, collector, relation);
        return (pass, new RecordedStep(id, state, pass.HandedOverAt!.Value, currentUser.Staff!.UserName));
    });

    /// <summary>撤销刚才这一张 — takes the step back; crosses out its line in the register of the seal.</summary>
    /// <exception cref="RuleBrokenException">Recorded by somebody else or too long ago; something followed.</exception>
    public Task<HealthPass> UndoAsync(RecordedStep step) => db.InOneTransactionAsync(async () =>
    {
        var pass = await db.Passes.SingleAsync(each => each.Id == step.PassId);
        pass.Undo(step, currentUser.Staff!, clock.Now);
        if (step.State == PassState.Stamped)
        {
            var (subject, on) = (SealUse.SubjectOf(pass), BeijingTime.DayOf(step.At));
            var uses = await db.SealUses.Where(use => use.OfficeCode == pass.OfficeCode && use.On == on && use.Subject == subject).OrderBy(use => use.Id).ToListAsync();
            uses.Last(use => use.At == step.At).CrossOut(currentUser.Staff!, clock.Now);
        }

        db.Audit("撤销登记", "通行卡 " + pass.Number, "撤销“" + step.State.ChineseName() + "”");
        return pass;
    });

    private Task<PassBatch> EachAsync(IReadOnlyCollection<long> ids, Action<HealthPass, Office> step) => db.InOneTransactionAsync(async () =>
    {
        var office = await db.OfficeAtAsync(currentUser);
        var (done, left) = (0, new List<(HealthPass Pass, string Reason)>());
        foreach (var some in ids.Distinct().Order().Chunk(AtOnce))
        {
            foreach (var pass in await db.Passes.Where(pass => some.Contains(pass.Id) && pass.OfficeCode == office.Code).OrderBy(pass => pass.Id).ToListAsync())
            {
                try
                {
                    // A verb checks its rules before it changes anything, so a card that is left is unchanged.
                    step(pass, office);
                    done++;
                }
                catch (RuleBrokenException broken)
                {
                    left.Add((pass, broken.Message));
                }
            }
        }

        return new PassBatch(done, left);
    });
}

/// <summary>What became of the ticked cards.</summary>
/// <param name="Done">Number of cards recorded.</param>
/// <param name="Left">Cards left as they are, each with the reason.</param>
public sealed record PassBatch(int Done, IReadOnlyList<(HealthPass Pass, string Reason)> Left);
