using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using HealthCode.Web.PrintRuns;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Printing;

/// <summary>打印 — choose what to print and for whom, see how many, begin a run; and the runs that are not finished.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, PageAuthorization access, PrintRunCommands prints, PrintLayoutJob layout) : PageModel
{
    /// <summary>Rows of the list; of a longer one all cards are printed.</summary>
    public const int MostRows = 300;

    private const int RecentRuns = 10;

    [BindProperty(SupportsGet = true)]
    public ChoiceInput Input { get; set; } = new();

    public PrintProduct Product { get; private set; } = null!;

    public IReadOnlyList<PrintCandidate> Chosen { get; private set; } = [];

    /// <summary>Whose name is not wholly printed.</summary>
    public IReadOnlyList<string> ByHand { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Whose { get; private set; } = [];

    public IReadOnlyList<PrintRun> Runs { get; private set; } = [];

    public bool MayOverprint { get; private set; }

    public static IReadOnlyList<SelectListItem> Products { get; } =
        [.. PrintCatalog.All.Select(design => new SelectListItem(design.Product.Title, design.Product.Code))];

    public async Task OnGetAsync() => await Load();

    public async Task<IActionResult> OnPostAsync(long[] ids)
    {
        await Load();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Input.WithSeal && !MayOverprint)
        {
            return Forbid();
        }

        // What was ticked counts, in the order of the list; a list too long to show is printed whole.
        IReadOnlyList<long> wanted = Chosen.Count > MostRows ? [.. Chosen.Select(each => each.Pass.Id)] : ids;
        try
        {
            var run = await prints.Begin(Product, wanted, Input.FirstPlace ?? 1, Input.WithSeal, WorkstationMark.Of(HttpContext));
            layout.Enqueue(run.Id);
            return RedirectToPage("Run", new { id = run.Id });
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
            await Load();
            return Page();
        }
    }

    private async Task Load()
    {
        Product = (PrintCatalog.Find(Input.Product) ?? PrintCatalog.All[0]).Product;
        var all = await prints.Candidates(Product);
        Chosen = [.. all.Where(each => IsChosen(each, Input.Whose ?? ""))];
        ByHand = [.. Chosen.Select(each => each.Pass.Holder.Name).Where(Handwriting.IsNeeded).Select(name => name.Value)];
        Whose =
        [
            new($"全部（{all.Count} 张）", ""),
            .. Kinds(all, "g:", "村民小组 ", each => each.Group),
            .. Kinds(all, "c:", "班级 ", each => each.SchoolClass),
            .. Kinds(all, "h:", "同户 ", each => each.Household, 2),
        ];
        Runs = await db.PrintRuns.AsNoTracking().Include(run => run.Sheets).OrderByDescending(run => run.Id).Take(RecentRuns).ToListAsync();
        MayOverprint = await access.AllowsAsync(Policies.SealKeeping) && await db.Seals.AnyAsync(seal => seal.OfficeCode == currentUser.OfficeCode);
    }

    private static bool IsChosen(PrintCandidate card, string whose) => whose switch
    {
        "" => true,
        ['g', ':', .. var group] => card.Group == group,
        ['c', ':', .. var schoolClass] => card.SchoolClass == schoolClass,
        ['h', ':', .. var household] => card.Household == household,
        _ => false,
    };

    private static IEnumerable<SelectListItem> Kinds(IReadOnlyList<PrintCandidate> all, string mark, string title, Func<PrintCandidate, string> by, int atLeast = 1) =>
        all.GroupBy(by).Where(kind => kind.Key.Length > 0 && kind.Count() >= atLeast).OrderBy(kind => kind.Key, StringComparer.CurrentCulture)
            .Select(kind => new SelectListItem($"{title}{kind.Key}（{kind.Count()} 张）", mark + kind.Key));

    /// <summary>What to print, and for whom.</summary>
    public sealed class ChoiceInput
    {
        [Display(Name = "打印什么")]
        public string? Product { get; set; }

        [Display(Name = "哪些卡")]
        public string? Whose { get; set; }

        [Display(Name = "从第几格开始")]
        public int? FirstPlace { get; set; } = 1;

        [Display(Name = "套印公章")]
        public bool WithSeal { get; set; }
    }
}
