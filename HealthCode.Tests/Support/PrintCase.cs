using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Support;

/// <summary>Cards and print runs in their different states.</summary>
public static class PrintCase
{
    public static PrintProduct Quarters { get; } = PrintProduct.Cards("a4-4", "A4 一张 4 卡", "A4 卡纸", 4);

    public static PrintProduct Labels { get; } = PrintProduct.Stickers("sticker-24", "核验贴 A4 24 格", "A4 不干胶 24 格", 24);

    /// <summary>Cards that wait for printing; the id of each equals its sequence number.</summary>
    public static IReadOnlyList<HealthPass> Cards(int count, int first = 1)
    {
        var declaration = Approved();
        return [.. Enumerable.Range(first, count).Select(n => HealthPass.Issue(declaration, Office(), Number(n), null, Today).WithId(n))];
    }

    /// <summary>开一批: a run with an id, its cards queued, before the PDF is laid out.</summary>
    public static PrintRun Begun(long id, IReadOnlyList<HealthPass> cards, PrintProduct? product = null, int firstPlace = 1, Office? office = null)
    {
        var run = PrintRun.Begin(office ?? Office(), product ?? Quarters, cards, firstPlace, false, "窗口一", Clerk, Now, Today).WithId(id);
        foreach (var card in run.IsOfCards ? cards : [])
        {
            card.Queue(id, office ?? Office(), Today);
        }

        return run;
    }

    /// <summary>A run whose PDF has been laid out.</summary>
    public static PrintRun LaidOut(long id, IReadOnlyList<HealthPass> cards, PrintProduct? product = null, int firstPlace = 1)
    {
        var run = Begun(id, cards, product, firstPlace);
        run.FinishLayout();
        return run;
    }
}
