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
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, PageAuthorization authorization, PrintRunCommands prints, PrintLayoutJob layout) : OfficePageModel
{
    /// <summary>Maximum number of rows shown; if there are more, the cards cannot be selected one by one and all are printed.</summary>
    public const int MostRows = 300;

    private const int RecentRuns = 10;

    [BindProperty(SupportsGet = true)]
    public PrintInput Input { get; set; } = new();

    public PrintProduct Product { get; private set; } = null!;

    public IReadOnlyList<PrintCandidate> Chosen { get; private set; } = [];

    /// <summary>Cards with a name that cannot be printed completely, because a character is missing in the font.</summary>
    public IReadOnlyList<string> ByHand { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Whose { get; private set; } = [];

    public IReadOnlyList<PrintRun> Runs { get; private set; } = [];

    public bool MayOverprint { get; private set; }

    public static IReadOnlyList<SelectListItem> Products { get; } =
        [.. PrintCatalog.All.Select(design => new SelectListItem(design.Product.Title, design.Product.Code))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(long[] ids)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Input.WithSeal && !MayOverprint)
        {
            return Forbid();
        }

        // Prints the ticked cards, or all of them if the list was too long to show.
        IReadOnlyList<long> wanted = Chosen.Count > MostRows ? [.. Chosen.Select(each => each.Pass.Id)] : ids;
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
        Chosen = [.. all.Where(each => IsChosen(each, Input.Whose ?? ""))];
        Whose =
        [
            new($"全部（{all.Count} 张）", ""),
            .. Kinds(all, "g:", "村民小组 ", each => each.Group),
            .. Kinds(all, "c:", "班级 ", each => each.SchoolClass),
            .. Kinds(all, "h:", "同户 ", each => each.Household, 2),
            .. all.Where(each => each.Sitting.Length > 0).GroupBy(each => each.Sitting)
                .Select(sitting => new SelectListItem($"一起申报 {sitting.First().Pass.Holder.Name.Value}{(sitting.Count() > 1 ? "等" : "")}（{sitting.Count()} 张）", "s:" + sitting.Key)),
        ];
        MayOverprint = await authorization.AllowsAsync(Policies.SealKeeping) && await db.Seals.AnyAsync(seal => seal.OfficeCode == currentUser.OfficeCode);
        return null;
    }

    protected override async Task ShowAsync()
    {
        ByHand = [.. Chosen.Select(each => each.Pass.Holder.Name).Where(Handwriting.IsNeeded).Select(name => name.Value)];
        Runs = await db.PrintRuns.AsNoTracking().Include(run => run.Sheets).OrderByDescending(run => run.Id).Take(RecentRuns).ToListAsync();
    }

    private static bool IsChosen(PrintCandidate card, string whose) => whose switch
    {
        "" => true,
        ['g', ':', .. var group] => card.Group == group,
        ['c', ':', .. var schoolClass] => card.SchoolClass == schoolClass,
        ['h', ':', .. var household] => card.Household == household,
        ['s', ':', .. var sitting] => card.Sitting == sitting,
        _ => false,
    };

    private static IEnumerable<SelectListItem> Kinds(IReadOnlyList<PrintCandidate> all, string mark, string title, Func<PrintCandidate, string> by, int atLeast = 1) =>
        all.GroupBy(by).Where(kind => kind.Key.Length > 0 && kind.Count() >= atLeast).OrderBy(kind => kind.Key, StringComparer.CurrentCulture)
            .Select(kind => new SelectListItem($"{title}{kind.Key}（{kind.Count()} 张）", mark + kind.Key));
}
