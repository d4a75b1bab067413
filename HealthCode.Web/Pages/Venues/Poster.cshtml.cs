using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Posters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Venues;

/// <summary>场所码海报 — takes the platform's picture, prints the poster in use, voids it by a new one, and notes who took the old one down.</summary>
public sealed class PosterModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : VenuePageModel(db, currentUser, clock)
{
    private byte[]? _picture;

    [BindProperty]
    public PosterInput Input { get; set; } = new();

    /// <summary>All its posters, the newest first.</summary>
    public IReadOnlyList<VenuePoster> Posters { get; private set; } = [];

    public VenuePoster? InUse => Posters.FirstOrDefault(poster => poster.IsInUse);

    protected override bool IsOffered => Terms.Code is not null;

    public void OnGet()
    {
    }

    /// <summary>换新海报: with a new picture, or with the one it has when the sheet is worn.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.File is { } file && await ReadAsync(file) is { } fault)
        {
            ModelState.AddModelError("Input.File", fault);
        }

        return await ChangeAsync(IssueAsync, "海报已出。下一步：打印，贴在入口显眼的地方；有旧的，揭下来。", RedirectToPage(new { Id }));
    }

    /// <summary>The poster in use as PDF.</summary>
    public Task<IActionResult> OnPostPrintAsync(long posterId, bool large)
    {
        // The buttons post no fields.
        ModelState.Clear();
        return SaveAsync(async () =>
        {
            byte[] pdf = [];
            await InTransactionAsync(async () => pdf = await PrintAsync(posterId, large ? Paper.A3 : Paper.A4));
            return (IActionResult)File(pdf, "application/pdf");
        });
    }

    public Task<IActionResult> OnPostTakenDownAsync(long posterId) => ChangeAsync(
        async () => (await FindAsync(posterId))?.TakeDown(LineAttribute.Clean(Input.TakenDownBy), Input.TakenDownOn, Today), "已登记揭下来。", RedirectToPage(new { Id }), "Input." + nameof(Input.TakenDownBy));

    protected override async Task ShowAsync() => Posters = await Db.VenuePosters.AsNoTracking().Where(poster => poster.VenueId == Venue.Id).OrderByDescending(poster => poster.Version).ToListAsync();

    private async Task IssueAsync()
    {
        var earlier = await Db.VenuePosters.Where(poster => poster.VenueId == Venue.Id).ToListAsync();
        var picture = _picture is not null ? VenuePicture.Take(Venue, _picture, Now)
            : await Db.VenuePictures.Where(each => each.VenueId == Venue.Id).OrderByDescending(each => each.Id).FirstOrDefaultAsync();
        if (picture is { Id: 0 })
        {
            // The poster names the picture by its key.
            Db.VenuePictures.Add(picture);
            await Db.SaveChangesAsync();
        }

        var poster = VenuePoster.Issue(Venue, picture, earlier, LineAttribute.Clean(Input.Reason), Pack, Staff, Now, Today);
        // The old one is void before the new one is in use.
        await Db.SaveChangesAsync();
        Db.VenuePosters.Add(poster);
    }

    private async Task<byte[]> PrintAsync(long posterId, Paper paper)
    {
        if (await FindAsync(posterId) is not { } poster)
        {
            throw new Domain.Rules.RuleBrokenException([PosterRules.NotVoid.Broken()]);
        }

        poster.Print(Venue, Today);
        var picture = await Db.VenuePictures.AsNoTracking().SingleAsync(each => each.Id == poster.PictureId);
        Db.Audit("打印", $"场所码海报 {Venue.NumberText} 第 {poster.Version} 版", paper.Name);
        return OfficialPoster.Draw(Venue, poster, picture.Image, Terms.Code!, Office, paper);
    }

    private Task<VenuePoster?> FindAsync(long posterId) => Db.VenuePosters.SingleOrDefaultAsync(poster => poster.Id == posterId && poster.VenueId == Venue.Id);

    /// <summary>Reads the picture; returns why it cannot be used, or null. The size is checked before the file is read.</summary>
    private async Task<string?> ReadAsync(IFormFile file)
    {
        if (PosterPicture.TooLarge(file.Length) is { } large)
        {
            return large;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        PosterPicture.TryRead(bytes.ToArray(), out _picture, out var fault);
        return fault;
    }
}
