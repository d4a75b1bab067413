using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Backups;

/// <summary>一人一卡 — people who have a current card of a village and one of another office of the county: the card issued later stays (DECISIONS.md D71).</summary>
internal sealed class ImportedCards(OfficeDb county, OfficeClock clock)
{
    private readonly Dictionary<long, HealthPass> _giveWay = [];

    /// <summary>What was changed, one sentence for each card; by number, nobody is named.</summary>
    public List<string> Sentences { get; } = [];

    /// <summary>Decides about all cards of the village. Those of the county that give way do so now, before the others are written.</summary>
    public async Task DecideAsync(OfficeDb village)
    {
        foreach (var cards in (await village.Passes.IgnoreQueryFilters().AsNoTracking().Where(pass => pass.IsCurrent).ToListAsync()).Chunk(500))
        {
            var people = cards.Select(card => card.PersonKey).ToList();
            foreach (var here in await county.Passes.IgnoreQueryFilters().Where(pass => pass.IsCurrent && people.Contains(pass.PersonKey)).ToListAsync())
            {
                var coming = cards.Single(card => card.PersonKey == here.PersonKey);
                if (coming.StaysBefore(here, clock.Today))
                {
                    Tell(here, coming);
                    here.GiveWayTo(coming, clock.Now, clock.Today);
                }
                else
                {
                    Tell(coming, here);
                    _giveWay.Add(coming.Id, here);
                }
            }
        }

        await county.SaveChangesAsync();
    }

    /// <summary>Changes a row of the table of cards: one that gives way is current no more.</summary>
    public bool Change(ImportedRow row, long offset)
    {
        if (_giveWay.ContainsKey((long)row[nameof(HealthPass.Id)]! - offset))
        {
            row[nameof(HealthPass.IsCurrent)] = false;
        }

        return true;
    }

    /// <summary>Ends the village's cards that give way, once they are there.</summary>
    public async Task EndAsync(long offset)
    {
        foreach (var (id, stays) in _giveWay)
        {
            (await county.Passes.IgnoreQueryFilters().SingleAsync(pass => pass.Id == id + offset)).GiveWayTo(stays, clock.Now, clock.Today);
        }

        await county.SaveChangesAsync();
    }

    private void Tell(HealthPass ends, HealthPass stays)
    {
        // One that has expired anyway is no news.
        if (ends.IsLive(clock.Today))
        {
            Sentences.Add($"同一个人有两张在用的卡：{stays.Number} 后发，留着；{ends.Number} 作废，请 {ends.OfficeCode} 的办公室收回。");
        }
    }
}
