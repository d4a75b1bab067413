using HealthCode.Domain.Declarations;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Requests;

/// <summary>受理查阅、纠错.</summary>
public sealed class CreateModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [BindProperty]
    public RequestInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<RequestKind>(kind => kind == RequestKind.Access ? "查阅：看保存着什么" : "纠错：有错要改");

    /// <summary>Prefills number and name if the page is opened from a declaration.</summary>
    public async Task OnGetAsync(string? number)
    {
        if (await FindAsync(number) is { } declaration)
        {
            Input = new() { Declaration = declaration.Number, Applicant = declaration.Content.Person.Name.Value };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var number = LineAttribute.Clean(Input.Declaration);
        var declaration = await FindAsync(number);
        if (number.Length > 0 && declaration is null)
        {
            ModelState.AddModelError("Input.Declaration", "没有这个编号的申报表，请核对。");
        }

        return await SaveAsync(async () =>
        {
            var request = await db.InOneTransactionAsync(() => ReceiveAsync(declaration));
            StatusMessage = $"已受理，第 {request.Id} 号，最晚 {request.DueOn.Chinese()} 答复。下一步：审核员答复。";
            return RedirectToPage("Details", new { id = request.Id });
        });
    }

    private async Task<ResidentRequest> ReceiveAsync(Declaration? declaration)
    {
        var office = await db.OfficeAtAsync(currentUser);
        await db.RequireNotDestroyedAsync(office.Code);
        var received = db.Requests.Add(ResidentRequest.Receive(
            office, Input.Kind!.Value, LineAttribute.Clean(Input.Applicant), LineAttribute.Clean(Input.Guardian),
            LineAttribute.Clean(Input.IdentityCheck), LineAttribute.Clean(Input.RequestText), declaration, currentUser.Staff!, clock.Now, clock.Today)).Entity;
        await db.SaveChangesAsync();
        // Saved before, so that the audit record contains the number that the resident is told.
        db.Audit("受理", db.DescriptionOf(received));
        return received;
    }

    private async Task<Declaration?> FindAsync(string? number) =>
        string.IsNullOrEmpty(number) ? null : await db.Declarations.AsNoTracking().SingleOrDefaultAsync(declaration => declaration.Number == number);
}
