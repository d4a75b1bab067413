namespace HealthCode.Tests.Support;

/// <summary>Sets the Id of an entity that is not saved in a database.</summary>
public static class EntityIds
{
    public static T WithId<T>(this T paper, long id)
        where T : class
    {
        typeof(T).GetProperty("Id")!.SetValue(paper, id);
        return paper;
    }
}
