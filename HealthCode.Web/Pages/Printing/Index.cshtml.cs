using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using HealthCode.Web.PrintRuns;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>打印 — starts a print run: what to print and for which cards; also lists the unfinished runs.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, PageAuthorization authorization, PrintRunCommands prints, PrintLayoutJob layout, OfficeClock clock) : OfficePageModel
{
    /// <summary>Maximum number of rows shown; if there are more, the cards cannot be selected one by one and all are printed.</summary>
    public const int MostRows = 300;

    private const int RecentRuns = 10;

    private HashSet<long>? _posted;

    [BindProperty(SupportsGet = true)]
    public PrintInput Input { get; set; } = new();

    public PrintProduct Product { get; private set; } = null!;

    public IReadOnlyList<PrintCandidate> Chosen { get; private set; } = [];

    /// <summary>Products that suit some of the cards better: which, whom, and how many they are.</summary>
    public IReadOnlyList<(ProductAdvice Advice, PrintProduct Product, int Cards)> Suggestions { get; private set; } = [];

    /// <summary>Cards with a name that cannot be printed completely, because a character is missing in the font.</summary>
    public IReadOnlyList<string> ByHand { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Whose { get; private set; } = [];

    public IReadOnlyList<PrintRun> Runs { get; private set; } = [];

    public bool MayOverprint { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(long[] ids)
    {
        _posted = Chosen.Count > MostRows ? null : [.. ids];
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Input.WithSeal && !MayOverprint)
        {
            return Forbid();
        }

        // Prints the ticked cards; of a list too long to show, those that its link names.
        IReadOnlyList<long> wanted = Chosen.Count > MostRows ? [.. Chosen.Where(IsTicked).Select(each => each.Pass.Id)] : ids;
        return await SaveAsync(async () =>
        {
            var run = await prints.BeginAsync(Product, wanted, Input.FirstPlace ?? 1, Input.WithSeal, WorkstationMark.Of(HttpContext));
            layout.Enqueue(run.Id);
            return RedirectToPage("Run", new { id = run.Id });
        });
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        Product = (PrintCatalog.Find(Input.Product) ?? PrintCatalog.All[0]).Product;
        var all = await prints.CandidatesAsync(Product);
        var whose = Input.Whose ?? "";
        Chosen = [.. all.Where(each => IsChosen(each, whose, clock.Today))];
        if (whose.StartsWith("c:", StringComparison.Ordinal) || whose == "k:" + CardAudience.Pupils.Code)
        {
            // As they are handed out.
            Chosen = [.. Chosen.OrderBy(each => each.SchoolClass, NaturalOrder.Instance)];
        }

        Suggestions =
        [
            .. ProductAdvice.All.Where(advice => advice.For is not null && advice.Product != Product.Code)
                .Select(advice => (advice, PrintCatalog.Find(advice.Product)!.Product, Chosen.Count(card => advice.For!.Includes(card, clock.Today))))
                .Where(each => each.Item3 > 0 && (Product.IsOfCards || !each.Product.IsOfCards)),
        ];
        Whose =
        [
            new($"全部（{all.Count} 张）", ""),
            .. Kinds(all, "g:", "村民小组 ", each => each.Group),
            .. Kinds(all, "c:", "班级 ", each => each.SchoolClass),
            .. Kinds(all, "h:", "同户 ", each => each.Household, 2),
            .. all.Where(each => each.Sitting.Length > 0).GroupBy(each => each.Sitting)
                .Select(sitting => new SelectListItem($"一起申报 {sitting.First().Pass.Holder.Name.Value}{(sitting.Count() > 1 ? "等" : "")}（{sitting.Count()} 张）", "s:" + sitting.Key)),
            .. CardAudience.All.Select(audience => (audience, Cards: all.Count(card => audience.Includes(card, clock.Today)))).Where(each => each.Cards > 0)
                .Select(each => new SelectListItem($"{each.audience.Name}（{each.Cards} 张）", "k:" + each.audience.Code)),
        ];
        MayOverprint = await authorization.AllowsAsync(Policies.SealKeeping) && await db.Seals.AnyAsync(seal => seal.OfficeCode == currentUser.OfficeCode);
        return null;
    }

    protected override async Task ShowAsync()
    {
        ByHand = [.. Chosen.Select(each => each.Pass.Holder.Name).Where(Handwriting.IsNeeded).Select(name => name.Value)];
        Runs = await db.PrintRuns.AsNoTracking().Include(run => run.Sheets).OrderByDescending(run => run.Id).Take(RecentRuns).ToListAsync();
    }

    /// <summary>Whether a card is ticked: as it was posted, else as the link says.</summary>
    public bool IsTicked(PrintCandidate card) => _posted?.Contains(card.Pass.Id) ?? Input.Ticked switch
    {
        PrintInput.TickNone => false,
        PrintInput.TickNew => card.IsNewToday,
        PrintInput.TickBare => !card.HasSticker,
        _ => true,
    };

    private static bool IsChosen(PrintCandidate card, string whose, DateOnly today) => whose switch
    {
        "" => true,
        ['g', ':', .. var group] => card.Group == group,
        ['c', ':', .. var schoolClass] => card.SchoolClass == schoolClass,
        ['h', ':', .. var household] => card.Household == household,
        ['s', ':', .. var sitting] => card.Sitting == sitting,
        ['k', ':', .. var code] => CardAudience.All.FirstOrDefault(audience => audience.Code == code)?.Includes(card, today) == true,
        _ => false,
    };

    private static IEnumerable<SelectListItem> Kinds(IReadOnlyList<PrintCandidate> all, string mark, string title, Func<PrintCandidate, string> by, int atLeast = 1) =>
        all.GroupBy(by).Where(kind => kind.Key.Length > 0 && kind.Count() >= atLeast).OrderBy(kind => kind.Key, NaturalOrder.Instance)
            .Select(kind => new SelectListItem($"{title}{kind.Key}（{kind.Count()} 张）", mark + kind.Key));
}
