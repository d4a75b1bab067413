using HealthCode.Web.Security;
using HealthCode.Web.Statistics;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Shared;

/// <summary>菜单 — the entries of <see cref="Navigation"/> that the user may open: those that stand, and those folded under 更多.</summary>
public sealed class Menu(PageAuthorization authorization, OfficeHeader office, WorkQueueCounts counts, DeskUse use)
{
    /// <summary>The menu beside a page.</summary>
    /// <param name="url">Makes the addresses.</param>
    /// <param name="page">The page, e.g. <c>/Passes/Details</c>; null for none.</param>
    /// <param name="cancellationToken">Ends when the request does.</param>
    public async Task<(IReadOnlyList<MenuEntry> Standing, IReadOnlyList<MenuEntry> Folded)> BesideAsync(IUrlHelper url, string? page, CancellationToken cancellationToken)
    {
        List<MenuEntry> entries = [];
        foreach (var (title, desk) in Navigation.Desks)
        {
            // The address last: finding it costs the most, and a guard may open few desks.
            if (await authorization.OpensAsync(desk) && Navigation.IsKnown(desk, await office.RulesAsync()) && url.Page(desk, null, new { area = "" }) is { } address)
            {
                entries.Add(new(title, desk, address, 0, Navigation.IsHere(desk, page)));
            }
        }

        // The error page is shown after a fault of the database, too: there the menu asks for no figures. Of a guard's desks none has any.
        var isBroken = page == "/Error";
        if (!isBroken && entries.Exists(entry => WorkQueueCounts.Desks.Contains(entry.Title)))
        {
            var waiting = await counts.CountAsync(cancellationToken);
            entries = entries.ConvertAll(entry => entry with { Waiting = waiting.GetValueOrDefault(entry.Title) });
        }

        if (entries.Count <= Navigation.MostStanding)
        {
            return (entries, []);
        }

        // Who enters and reviews does the whole work of an office alone.
        var doesAll = await authorization.OpensAsync("/Declarations/Create") && await authorization.OpensAsync("/Review/Index");
        var used = doesAll || isBroken ? null : await use.AllAsync(cancellationToken);
        var standing = entries.Where(entry => entry.IsHere || Navigation.Stands(entry.Page, used is not null && used.GetValueOrDefault(entry.Title, true))).ToList();
        return (standing, [.. entries.Except(standing)]);
    }
}

/// <summary>An entry of the menu.</summary>
/// <param name="Title">The desk.</param>
/// <param name="Page">Its page.</param>
/// <param name="Address">Its address.</param>
/// <param name="Waiting">How much waits there.</param>
/// <param name="IsHere">The user is there.</param>
public sealed record MenuEntry(string Title, string Page, string Address, int Waiting, bool IsHere);
