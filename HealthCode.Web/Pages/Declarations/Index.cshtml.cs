using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>查询 — by name, pinyin initials, number, phone, declaration or card number.</summary>
[Authorize(Policies.Search)]
public sealed class IndexModel(OfficeDb db, OfficeClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeclarationState? State { get; set; }

    public IReadOnlyList<Declaration> Found { get; private set; } = [];

    public bool HasMore { get; private set; }

    public DateTimeOffset Now => clock.Now;

    public async Task OnGetAsync()
    {
        var found = await db.FindDeclarations(Text, State);
        HasMore = found.Count > DeclarationSearch.Most;
        Found = [.. found.Take(DeclarationSearch.Most)];
    }
}
